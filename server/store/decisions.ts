import type { ChunkContext } from "@/server/domain/chunk-context";
import type { Decision } from "@/server/domain/decision";
import type { DecisionRecord } from "@/server/domain/decision-leaf";
import type { Sql } from "./database";

const COLUMNS = `d.run_id AS "runId", d.customer_id AS "customerId", d.chunk, d.campaign_id AS "campaignId",
  round(date_part('epoch', d.at) * 1000) AS "atMs", d.holdout, d.segmentor, d.segment, d.action, d.offer_id AS "offerId",
  d.channel, d.variant, d.creative_id AS "creativeId", d.propensity, d.verdict, d.node, d.reasons,
  round(date_part('epoch', d.send_at) * 1000) AS "sendAtMs"`;

export type DecisionFilter = {
  runId: number | null;
  campaignId: number | null;
  customerId: number | null;
  verdict: Decision["verdict"] | null;
  reason: string | null;
};
export type DecisionKey = Pick<Decision, "runId" | "customerId">;
export type ListedDecision = Decision & { campaignName: string };

/** A page of decisions below `before`, newest run first, along the table's key. */
export const listDecisions = (
  sql: Sql,
  filter: DecisionFilter,
  page: { before: DecisionKey | null; limit: number },
): Promise<ListedDecision[]> =>
  sql.rows<ListedDecision>(
    `SELECT ${COLUMNS}, c.name AS "campaignName" FROM decisions d JOIN campaigns c ON c.id = d.campaign_id
     WHERE ($1::int IS NULL OR d.run_id = $1) AND ($2::int IS NULL OR d.campaign_id = $2)
       AND ($3::int IS NULL OR d.customer_id = $3) AND ($4::text IS NULL OR d.verdict = $4)
       AND ($5::text IS NULL OR $5 = ANY(d.reasons))
       AND ($6::int IS NULL OR (d.run_id, d.customer_id) < ($6, $7::int))
     ORDER BY d.run_id DESC, d.customer_id DESC LIMIT $8`,
    [
      filter.runId,
      filter.campaignId,
      filter.customerId,
      filter.verdict,
      filter.reason,
      page.before?.runId ?? null,
      page.before?.customerId ?? null,
      page.limit,
    ],
  );

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
    `SELECT ${COLUMNS}, t.trace, k.context, k.at AS "decidedAt" FROM decisions d
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
  outbox: { id: number; state: string; notBefore: Date; claimedAt: Date | null; reasons: string[] } | null;
  review: {
    id: number;
    state: string;
    decidedBy: string | null;
    decidedAt: Date | null;
    edited: boolean;
  } | null;
};

export async function aftermathOf(sql: Sql, { runId, customerId }: DecisionKey): Promise<Aftermath> {
  const [outbox] = await sql.rows<NonNullable<Aftermath["outbox"]>>(
    `SELECT id, state, not_before AS "notBefore", claimed_at AS "claimedAt", reasons FROM outbox
     WHERE run_id = $1 AND customer_id = $2 ORDER BY id LIMIT 1`,
    [runId, customerId],
  );
  const [review] = await sql.rows<NonNullable<Aftermath["review"]>>(
    `SELECT id, state, decided_by AS "decidedBy", decided_at AS "decidedAt", edited FROM review_items
     WHERE run_id = $1 AND customer_id = $2`,
    [runId, customerId],
  );
  return { outbox: outbox ?? null, review: review ?? null };
}
