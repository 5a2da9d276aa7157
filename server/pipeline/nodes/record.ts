import type { Decision } from "@/server/domain/decision";
import { type DecisionTrace, tracedGroup } from "@/server/domain/decision-trace";
import { FACT_GROUPS, type FactGroup } from "@/server/domain/fact-groups";
import type { PlannedCreative, RunPlan } from "@/server/domain/run-plan";
import { pass, type Reason } from "@/server/domain/verdict";
import type { Raised } from "@/server/guardrails/check-all";
import type { Case, Node } from "../node";
import type { Words } from "../ports";
import type { Action } from "./action";
import type { Deliver } from "./deliver";
import type { Insights } from "./insights";
import type { Review } from "./review";
import type { Safety } from "./safety";
import type { Segmented } from "./segment";

/** A decision ready to be written. The trace still lacks the hash of its chunk's context. */
export type Recorded = {
  decision: Decision;
  trace: Omit<DecisionTrace, "context">;
  /** the words of a message that is sent on or held */
  creative: PlannedCreative | null;
  /** why a person looks first */
  why: readonly Reason[];
};

/** Whoever was stopped lacks the facts of later nodes, or holds a part of the last. */
type In = Case & {
  goal: RunPlan;
  route?: string;
  segment?: Partial<Segmented>;
  insights?: Partial<Insights>;
  action?: Partial<Action>;
  message?: Words;
  safety?: Partial<Safety>;
  review?: Review;
  deliver?: Deliver;
};

/** The row that analytics joins to outcomes, with its trace: for everybody, also who was stopped. */
export const record: Node<"record", In, Recorded, number> = {
  name: "record",
  version: 1,
  seesStopped: true,
  ask: async (_batch, { chunk }) => chunk,
  decide(item, chunk) {
    const why = item.review?.why ?? [];
    return pass({
      decision: decisionOf(item, chunk, why.length > 0),
      trace: traceOf(item),
      creative: item.stopped === null ? (item.message?.creative ?? null) : null,
      why,
    });
  },
};

function decisionOf(item: In, chunk: number, isHeld: boolean): Decision {
  const { customerId, goal, stopped, action, reasons } = item;
  const settled = stopped ?? (isHeld ? HELD : SENT_ON);
  return {
    runId: goal.runId,
    customerId,
    chunk,
    campaignId: goal.campaignId,
    atMs: goal.atMs,
    holdout: holdoutIn(reasons),
    segmentor: item.route ?? null,
    segment: item.segment?.name ?? null,
    action: action?.kind ?? null,
    offerId: action?.offer?.id ?? null,
    channel: action?.channel ?? null,
    variant: action?.variant ?? null,
    creativeId: item.message?.creative.id ?? null,
    propensity: action?.propensity ?? null,
    verdict: settled.outcome,
    node: settled.node,
    reasons: reasons.length === 0 ? NONE : reasons.map(({ code }) => code),
    sendAtMs: item.deliver?.sendAtMs ?? null,
  };
}

const NONE: readonly string[] = [];
const HELD = { node: "review", outcome: "held" } as const;
const SENT_ON = { node: "deliver", outcome: "sent-on" } as const;

function holdoutIn(reasons: readonly Reason[]): Decision["holdout"] {
  if (reasons.length === 0) return null;
  if (reasons.some(({ code }) => code === "holdout.global")) return "global";
  return reasons.some(({ code }) => code === "holdout.campaign") ? "campaign" : null;
}

const GROUPS = Object.keys(FACT_GROUPS) as FactGroup[];

function traceOf({ segment, insights, action, safety, reasons }: In): Recorded["trace"] {
  const facts: DecisionTrace["facts"] = {};
  const known = { ...segment?.facts, ...insights?.facts, ...safety?.permission };
  for (const group of GROUPS) {
    const values = tracedGroup(known, group);
    if (values !== undefined) facts[group] = values;
  }
  const weighed = action?.weighed;
  return {
    facts,
    ...(insights?.found === undefined ? {} : { insights: insights.found }),
    ...(insights?.orderMinor === undefined ? {} : { orderMinor: insights.orderMinor }),
    ...(weighed === undefined ? {} : { scores: weighed.scores, chances: weighed.chances }),
    ...(weighed === undefined || isEmpty(weighed.refused) ? {} : { refused: weighed.refused }),
    ...(weighed?.given === undefined ? {} : { given: weighed.given }),
    ...(safety?.raised === undefined || safety.raised.length === 0
      ? {}
      : { checks: safety.raised.map(traced) }),
    ...(reasons.length === 0 ? {} : { reasons }),
  };
}

const isEmpty = (record: object) => Object.keys(record).length === 0;

const traced = ({ guardrail, finding }: Raised) => ({
  guardrail,
  level: finding.level,
  code: finding.reason.code,
  ...(finding.span === undefined ? {} : { span: finding.span }),
});
