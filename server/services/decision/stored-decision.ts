import { type ChunkContext, contextHash } from "@/server/domain/chunk-context";
import type { Decision } from "@/server/domain/decision";
import type { DecisionTrace } from "@/server/domain/decision-trace";
import { Refusal } from "@/server/errors";
import type { Words } from "@/server/pipeline/ports";
import { draftsOf, wordsOf } from "@/server/services/run/deciding";
import type { Sql } from "@/server/store/database";
import { type DecisionKey, wholeDecision } from "@/server/store/decisions";

export type StoredDecision = {
  decision: Decision;
  trace: DecisionTrace;
  context: ChunkContext;
  words: readonly Words[];
  decidedAt: Date;
  /** whether the chunk's context is the one that the trace, and through it the audit leaf, names */
  isContextIntact: boolean;
};

/** A decision with everything that it was made from. Refuses where there is none. */
export async function storedDecision(sql: Sql, key: DecisionKey): Promise<StoredDecision> {
  const found = await wholeDecision(sql, key);
  if (found === null)
    throw new Refusal("NOT_FOUND", `id: there is no decision ${key.runId}-${key.customerId}`);
  const { row, context, decidedAt } = found;
  const { trace: text, ...decision } = row;
  // written by the node `record`
  const trace = JSON.parse(text) as DecisionTrace;
  // the draw stays as it was, so no other creative comes into question
  const drafts = await draftsOf(sql, context.plan, decision.creativeId === null ? [] : [decision.creativeId]);
  const words = wordsOf({ plan: context.plan, drafts }, new Set(context.approved));
  return {
    decision,
    trace,
    context,
    words,
    decidedAt,
    isContextIntact: contextHash(context) === trace.context,
  };
}
