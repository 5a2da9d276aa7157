import type { ChunkContext } from "@/server/domain/chunk-context";
import type { Decision } from "@/server/domain/decision";
import type { DecisionRecord } from "@/server/domain/decision-leaf";
import type { Sql } from "./database";

/** A row of decisions `d` as the domain knows it. */
export const DECISION_COLUMNS = `d.run_id AS "runId", d.customer_id AS "customerId", d.chunk, d.campaign_id AS "campaignId",
  round(date_part('epoch', d.at) * 1000) AS "atMs", d.holdout, d.segmentor, d.segment, d.action, d.offer_id AS "offerId",
  d.channel, d.variant, d.creative_id AS "creativeId", d.propensity, d.verdict, d.node, d.reasons,
  round(date_part('epoch', d.send_at) * 1000) AS "sendAtMs"`;

export type DecisionKey = Pick<Decision, "runId" | "customerId">;

/** One decision with its trace, and the context of its chunk. */
export type WholeDecision = {
  row: Decision & Pick<DecisionRecord, "trace">;
  context: ChunkContext;
  decidedAt: Date;
};

/** A decision with all that is needed to make it again; null where there is none. */
export async function wholeDecision(
  sql: Sql,
  { runId, customerId }: DecisionKey,
): Promise<WholeDecision | null> {
  const [found] = await sql.rows<WholeDecision["row"] & { context: ChunkContext; decidedAt: Date }>(
    `SELECT ${DECISION_COLUMNS}, t.trace, k.context, k.at AS "decidedAt" FROM decisions d
     JOIN decision_traces t USING (run_id, customer_id) JOIN run_chunks k USING (run_id, chunk)
     WHERE d.run_id = $1 AND d.customer_id = $2`,
    [runId, customerId],
  );
  if (found === undefined) return null;
  const { context, decidedAt, ...row } = found;
  return { row, context, decidedAt };
}

/** What became of a decision: the message that waits or left, and the review. Null where there is none. */
export type Aftermath = {
  outbox: {
    id: number;
    state: string;
    notBefore: Date;
    claimedAt: Date | null;
    settledAt: Date | null;
    reasons: string[];
  } | null;
  review: {
    id: number;
    state: string;
    /** their name; of the machinery, what it is called in the audit */
    decidedBy: string | null;
    decidedAt: Date | null;
    edited: boolean;
  } | null;
  /** by people, each kind with its first time, how often, and what the orders were worth */
  outcomes: { kind: string; at: Date; times: number; valueMinor: number }[];
};

export async function aftermathOf(sql: Sql, { runId, customerId }: DecisionKey): Promise<Aftermath> {
  const [outbox] = await sql.rows<NonNullable<Aftermath["outbox"]>>(
    `SELECT id, state, not_before AS "notBefore", claimed_at AS "claimedAt", settled_at AS "settledAt", reasons FROM outbox
     WHERE run_id = $1 AND customer_id = $2 ORDER BY id LIMIT 1`,
    [runId, customerId],
  );
  const [review] = await sql.rows<NonNullable<Aftermath["review"]>>(
    `SELECT i.id, i.state, coalesce(u.name, i.decided_by) AS "decidedBy", i.decided_at AS "decidedAt", i.edited
     FROM review_items i LEFT JOIN users u ON 'user:' || u.id = i.decided_by
     WHERE i.run_id = $1 AND i.customer_id = $2`,
    [runId, customerId],
  );
  const outcomes = await sql.rows<Aftermath["outcomes"][number]>(
    `SELECT kind, min(at) AS at, count(*)::int AS times, sum(value_minor)::float8 AS "valueMinor"
     FROM outcomes WHERE outbox_id = $1 AND NOT bot GROUP BY kind ORDER BY min(at)`,
    [outbox?.id ?? null],
  );
  return { outbox: outbox ?? null, review: review ?? null, outcomes };
}
