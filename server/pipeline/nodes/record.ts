import type { Decision } from "@/server/domain/decision";
import { type DecisionTrace, type TracedCheck, tracedFacts } from "@/server/domain/decision-trace";
import type { PlannedCreative, RunPlan } from "@/server/domain/run-plan";
import { pass, type Reason } from "@/server/domain/verdict";
import type { Raised } from "@/server/guardrails/check-all";
import type { Case, Node } from "../node";
import type { Words } from "../ports";
import type { Action, Weighed } from "./action";
import type { Deliver } from "./deliver";
import type { Insights } from "./insights";
import type { Review } from "./review";
import type { Safety } from "./safety";
import type { Segmented } from "./segment";

/** A decision ready to be written. */
export type Recorded = {
  decision: Decision;
  /** a DecisionTrace as it is stored and hashed: JSON at once, as a chunk's worth of small objects would outlive it */
  trace: string;
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
export const record: Node<"record", In, Recorded, { chunk: number; context: string }> = {
  name: "record",
  version: 1,
  seesStopped: true,
  ask: async (_batch, { chunk, context }) => ({ chunk, context }),
  decide(item, { chunk, context }) {
    const why = item.review?.why ?? [];
    return pass({
      decision: decisionOf(item, chunk, why.length > 0),
      trace: JSON.stringify(traceOf(item, context)),
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

function traceOf({ segment, insights, action, safety, reasons }: In, context: string): DecisionTrace {
  const trace: DecisionTrace = {
    context,
    facts: segment?.facts === undefined ? {} : tracedFacts(segment.facts),
  };
  if (insights?.found !== undefined) trace.insights = insights.found;
  if (insights?.orderMinor !== undefined) trace.orderMinor = insights.orderMinor;
  if (action?.weighed !== undefined) addWeighed(trace, action.weighed);
  if (safety?.raised !== undefined && safety.raised.length > 0) trace.checks = safety.raised.map(traced);
  if (reasons.length > 0) trace.reasons = reasons;
  return trace;
}

function addWeighed(trace: DecisionTrace, { scores, chances, refused, given }: Weighed): void {
  trace.scores = scores;
  trace.chances = chances;
  if (refused !== undefined) trace.refused = refused;
  if (given !== undefined) trace.given = given;
}

const traced = ({ guardrail, finding }: Raised): TracedCheck => {
  const check: TracedCheck = { guardrail, level: finding.level, code: finding.reason.code };
  if (finding.span !== undefined) check.span = finding.span;
  return check;
};
