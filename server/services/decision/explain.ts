import { type DecisionTrace, factsIn } from "@/server/domain/decision-trace";
import { INSIGHTS } from "@/server/domain/insight";
import type { RunPlan } from "@/server/domain/run-plan";
import type { Reason } from "@/server/domain/verdict";
import { guardrails } from "@/server/guardrails";
import type { Guardrail } from "@/server/guardrails/contract";
import { line } from "@/server/pipeline/line";
import { segmentorTitle } from "@/server/segmentors";
import type { StoredDecision } from "./stored-decision";

type Plain = string | number | boolean | null;

/** A node as the decision page shows it. */
export type ExplainedNode = {
  name: string;
  version: number | null;
  /** `ended`: the line ended here for this customer */
  state: "passed" | "ended" | "not-reached";
  /** what it found, in a few words and figures */
  fact: Readonly<Record<string, Plain>>;
  reasons: readonly Reason[];
};

/** A candidate as it was weighed. `propensity` is its chance of being drawn, 0 where it was refused. */
export type ExplainedCandidate = {
  action: string;
  offerId: string | null;
  offerTitle: string | null;
  channel: string;
  variant: string;
  scoreMinor: number;
  propensity: number;
  refused: string | null;
  isChosen: boolean;
};

/** A guardrail with the facts that it read. */
export type ExplainedCheck = {
  guardrail: string;
  title: string;
  source: string;
  level: "clear" | "doubt" | "block";
  code: string | null;
  span: string | null;
  facts: Readonly<Record<string, unknown>>;
};

/** The ten nodes in order, each with what it found. */
export function explainedNodes(stored: StoredDecision): ExplainedNode[] {
  const { decision, context } = stored;
  const names = Object.keys(line.stations);
  const end = names.indexOf(decision.node);
  const isOver = decision.verdict !== "sent-on" && decision.verdict !== "held";
  const facts = nodeFacts(stored);
  return names.map((name, i) => ({
    name,
    version: context.plan.nodes[name] ?? null,
    state: nodeState(name, i - end, isOver),
    fact: facts[name] ?? {},
    reasons: (stored.trace.reasons ?? []).filter((reason) => nodeOf(reason, stored.trace) === name),
  }));
}

/** A decision that is over ends at its node, and is recorded; one that goes on passes them all. */
function nodeState(name: string, distance: number, isOver: boolean): ExplainedNode["state"] {
  if (!isOver || name === "record" || distance < 0) return "passed";
  return distance === 0 ? "ended" : "not-reached";
}

function nodeOf({ code }: Reason, { checks }: DecisionTrace): string {
  if (checks?.some((check) => check.code === code)) return "safety";
  const prefix = code.slice(0, code.indexOf("."));
  return prefix === "holdout" ? "action" : prefix;
}

function nodeFacts({
  decision,
  trace,
  context,
  words,
}: StoredDecision): Record<string, ExplainedNode["fact"]> {
  const { plan } = context;
  const written = words.find(({ creative }) => creative.id === decision.creativeId);
  const { segmentor, segment, action, offerId, channel, variant, propensity, verdict, sendAtMs } = decision;
  const insights = (trace.insights ?? []).map(({ code, figure }) => [code, inWords(code, figure)]);
  return {
    goal: { goal: plan.campaign.goal, campaign: plan.campaign.name, autonomy: plan.campaign.autonomy },
    route: { segmentor: segmentorTitle(segmentor) },
    segment: { segment },
    insights: { ...Object.fromEntries(insights), orderMinor: trace.orderMinor ?? null },
    action: { action, offerId, channel, variant, propensity },
    message:
      written === undefined
        ? {}
        : {
            creativeId: written.creative.id,
            creativeHash: written.creative.creativeHash,
            language: written.creative.language,
            writtenBy: written.creative.writtenBy,
            approved: written.approved,
            subject: written.draft.subject,
          },
    deliver: { sendAt: sendAtMs === null ? null : new Date(sendAtMs).toISOString() },
    record: { verdict },
  };
}

const inWords = (code: keyof typeof INSIGHTS, figure: number): string =>
  (INSIGHTS[code] ?? "#").replace("#", String(figure));

/** Every candidate, best score first; none where the line ended before they were weighed. */
export function explainedCandidates({ decision, trace, context }: StoredDecision): ExplainedCandidate[] {
  const { arms, campaign, configuration } = context.plan;
  const { scores, chances, refused } = trace;
  if (scores === undefined || chances === undefined) return [];
  const candidates = arms.flatMap(({ action, offerId, channel }, i) =>
    campaign.variants.map((variant) => ({
      action,
      offerId,
      offerTitle: configuration.offers.find(({ id }) => id === offerId)?.title ?? null,
      channel,
      variant,
      scoreMinor: scores[i] ?? 0,
      propensity: (chances[i] ?? 0) / campaign.variants.length,
      refused: refused?.[i] ?? null,
      isChosen:
        action === decision.action &&
        offerId === decision.offerId &&
        channel === decision.channel &&
        variant === decision.variant,
    })),
  );
  return candidates.sort((a, b) => b.scoreMinor - a.scoreMinor);
}

/** Every guardrail with the facts it read; none where the line ended before them. */
export function explainedChecks({ decision, trace, context }: StoredDecision): ExplainedCheck[] {
  const wasChecked = decision.node === "safety" || decision.node === "review" || decision.node === "deliver";
  if (!wasChecked) return [];
  const facts = factsIn(trace, context.facts);
  return Object.entries<Guardrail>(guardrails).map(([guardrail, { title, source, reads }]) => {
    const raised = trace.checks?.find((check) => check.guardrail === guardrail);
    return {
      guardrail,
      title,
      source,
      level: raised?.level ?? "clear",
      code: raised?.code ?? null,
      span: raised?.span ?? null,
      facts: Object.fromEntries(reads.map((name) => [name, facts[name] ?? null])),
    };
  });
}

/** What names the rules that it was made under. */
export const explainedVersions = ({ versions, nodes, seed }: RunPlan) => ({ ...versions, nodes, seed });
