import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

export type VerdictCount = { campaignId: number; verdict: string; decisions: number };

const DECISIONS = `runs r JOIN decisions d ON d.run_id = r.id
  WHERE r.at >= $1 AND r.at < $2 AND ($3::int IS NULL OR r.campaign_id = $3) AND ($4::text IS NULL OR d.channel = $4)`;
const scopeOf = ({ from, to, campaignId, channel }: Scope) => [from, to, campaignId, channel];

/** Decisions of the scope by campaign and verdict. */
export const verdictCounts = (sql: Sql, scope: Scope) =>
  sql.rows<VerdictCount>(
    `SELECT d.campaign_id AS "campaignId", d.verdict, count(*)::int AS decisions
     FROM ${DECISIONS} GROUP BY d.campaign_id, d.verdict`,
    scopeOf(scope),
  );

export type ReasonCount = { reason: string; decisions: number };

/** Held decisions by reason, most frequent first. A decision with two reasons stands under both. */
export const heldBecause = (sql: Sql, scope: Scope) =>
  sql.rows<ReasonCount>(
    `SELECT reason, count(*)::int AS decisions
     FROM (SELECT unnest(d.reasons) AS reason FROM ${DECISIONS} AND d.verdict = 'held') given
     GROUP BY reason ORDER BY decisions DESC, reason`,
    scopeOf(scope),
  );

/**
 * Blocked decisions by the rule that blocked, most frequent first. A blocked decision may also name what would only have
 * called a person: where it names several reasons, its trace tells the two apart.
 */
export const blockedBy = (sql: Sql, scope: Scope) =>
  sql.rows<ReasonCount>(
    `WITH blocked AS (
       SELECT d.run_id, d.customer_id, d.reasons FROM ${DECISIONS} AND d.verdict = 'blocked'
     )
     SELECT reason, count(*)::int AS decisions FROM (
       SELECT reasons[1] AS reason FROM blocked WHERE cardinality(reasons) = 1
       UNION ALL
       SELECT raised->>'code' FROM blocked JOIN decision_traces t USING (run_id, customer_id),
         json_array_elements(t.trace::json->'checks') AS raised
       WHERE cardinality(reasons) <> 1 AND raised->>'level' = 'block'
     ) given GROUP BY reason ORDER BY decisions DESC, reason`,
    scopeOf(scope),
  );

export type Reviews = {
  /** of the scope's decisions, as they stand now */
  waiting: number;
  approved: number;
  rejected: number;
  expired: number;
  /** rejected, or approved after an edit */
  overridden: number;
  /** of verdicts given in the period; null where no browser reported any */
  medianSeconds: number | null;
  timed: number;
};

/** What people made of the held decisions of the scope, and how long the verdicts of the period took. */
export async function reviews(sql: Sql, scope: Scope): Promise<Reviews> {
  const [row] = await sql.rows<Reviews>(
    `SELECT stood.*, timed.* FROM (
       SELECT count(*) FILTER (WHERE i.state = 'held')::int AS waiting,
         count(*) FILTER (WHERE i.state = 'approved')::int AS approved,
         count(*) FILTER (WHERE i.state = 'rejected')::int AS rejected,
         count(*) FILTER (WHERE i.state = 'expired')::int AS expired,
         count(*) FILTER (WHERE i.state = 'rejected' OR (i.state = 'approved' AND i.edited))::int AS overridden
       FROM (SELECT d.run_id, d.customer_id FROM ${DECISIONS}) decided
       JOIN review_items i USING (run_id, customer_id)
     ) stood, (
       SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY milliseconds) / 1000 AS "medianSeconds",
         count(milliseconds)::int AS timed
       FROM review_items
       WHERE decided_at >= $1 AND decided_at < $2 AND ($3::int IS NULL OR campaign_id = $3)
         AND state IN ('approved', 'rejected')
     ) timed`,
    scopeOf(scope),
  );
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row;
}
