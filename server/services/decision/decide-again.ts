import { type ChunkContext, contextHash } from "@/server/domain/chunk-context";
import type { Decision } from "@/server/domain/decision";
import { type DecisionTrace, factsIn } from "@/server/domain/decision-trace";
import { FACT_GROUPS } from "@/server/domain/fact-groups";
import type { Policy } from "@/server/domain/settings/policy";
import { line } from "@/server/pipeline/line";
import type { Ports, Words } from "@/server/pipeline/ports";

export type DecidedAgain = { decision: Decision; trace: DecisionTrace };

/** What was stored of a decision. `words` are those of the context's creatives. */
export type Stored = {
  decision: Decision;
  trace: DecisionTrace;
  context: ChunkContext;
  words: readonly Words[];
};

/** Facts that older traces do not hold, as they were for everybody then. */
const ASKED_SINCE = { keptOut: false };

/**
 * Makes a decision again from what was stored, by today's code; with `policy`, under other guardrail settings. The same
 * line decides: only its questions are answered from the trace and the chunk's context instead of the database. Facts
 * that were never asked for, since the line ended before, stay unknown.
 */
export async function decideAgain(stored: Stored, policy?: Policy): Promise<DecidedAgain> {
  const { decision, trace, context, words } = stored;
  const plan = policy === undefined ? context.plan : { ...context.plan, policy };
  const known = { ...ASKED_SINCE, ...factsIn(trace, context.facts) } as Readonly<Record<string, unknown>>;
  const ports: Ports = {
    plan: async () => plan,
    async facts(groups, sheets) {
      for (const group of groups) sheets.get(decision.customerId)?.fill(FACT_GROUPS[group], known);
    },
    offersGiven: async () => new Map(trace.given === undefined ? [] : [[decision.customerId, trace.given]]),
    words: async () => words,
  };
  const [again] = await line.run([decision.customerId], {
    nowMs: plan.atMs,
    seed: plan.seed,
    chunk: decision.chunk,
    context: contextHash(context),
    ports,
    breathe: async () => undefined,
  });
  if (again === null || again === undefined) throw new Error("the line gave no record");
  return { decision: again.decision, trace: JSON.parse(again.trace) as DecisionTrace };
}
