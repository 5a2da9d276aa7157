import type { DecisionTrace } from "@/server/domain/decision-trace";
import { FACT_GROUPS } from "@/server/domain/fact-groups";
import { likelySeed } from "@/server/domain/likely-seed";
import { line } from "@/server/pipeline/line";
import type { StoredDecision } from "@/server/services/decision/stored-decision";
import { type Prepared, shiftFor, wordsOf } from "@/server/services/run/deciding";
import { approvedAmong } from "@/server/store/creatives.sql";
import type { Sql } from "@/server/store/database";

const ACTION = Object.keys(line.stations).indexOf("action");

/**
 * What the line would decide for one customer under a plan, with the likeliest candidate drawn. The same line, asking
 * the same database; nothing is stored. Shaped as a stored decision, so that it is explained by the same code.
 */
export async function decideDry(sql: Sql, prepared: Prepared, customerId: number): Promise<StoredDecision> {
  const first = await decideOnce(sql, prepared, customerId);
  const { plan } = prepared;
  const seed = likelySeed(first.trace.chances ?? [], customerId, ACTION, plan.seed);
  if (seed === null || seed === plan.seed) return first;
  return decideOnce(sql, { ...prepared, plan: { ...plan, seed } }, customerId);
}

async function decideOnce(sql: Sql, prepared: Prepared, customerId: number): Promise<StoredDecision> {
  const { plan } = prepared;
  const { shift } = await shiftFor(sql, prepared, 0);
  const [recorded] = await line.run([customerId], shift);
  if (recorded === null || recorded === undefined) throw new Error("the line gave no record");
  const ids = plan.creatives.map(({ id }) => id);
  const approved = await approvedAmong(sql, ids);
  return {
    decision: recorded.decision,
    // written by the node `record`
    trace: JSON.parse(recorded.trace) as DecisionTrace,
    context: { plan, approved, facts: FACT_GROUPS },
    words: wordsOf(prepared, new Set(approved)),
    decidedAt: new Date(plan.atMs),
    isContextIntact: true,
  };
}
