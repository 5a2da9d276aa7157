import type { Decision } from "@/server/domain/decision";
import type { Sql } from "./database";
import { DECISION_COLUMNS, type DecisionKey } from "./decisions";
import { type ArmsQuery, armDecisions } from "./figures-arms.sql";
import { listedPlaces, type Places } from "./listed-places";

/** Every part narrows further; null: it does not. */
export type DecisionFilter = {
  runId: number | null;
  campaignId: number | null;
  /** one of these */
  customerIds: readonly number[] | null;
  /** one of these */
  verdicts: readonly Decision["verdict"][] | null;
  reason: string | null;
  action: Decision["action"];
  channel: string | null;
  /** what `from` and `to` are about: when it was decided, when its message left, when a person timed their verdict */
  dated: "decided" | "left" | "reviewed";
  /** of those that left: an outcome of this kind counts for them */
  followedBy: string | null;
  /** within so many hours; null: whenever */
  withinHours: number | null;
  isOverridden: boolean;
  /** only the decisions by which people came to an arm */
  arm: { query: ArmsQuery; name: "treated" | "held-out" } | null;
  /** of this instant or later */
  from: Date | null;
  /** of an instant before this one */
  to: Date | null;
};
export type ListedDecision = Decision & { campaignName: string };

// All decisions of a run are of one campaign and as of one instant: its runs are found first, and the key of the table does the rest.
const MATCHES = `($1::int IS NULL OR d.run_id = $1)
  AND ($2::int IS NULL OR d.run_id IN (SELECT id FROM runs WHERE campaign_id = $2))
  AND ($3::int[] IS NULL OR d.customer_id = ANY($3)) AND ($4::text[] IS NULL OR d.verdict = ANY($4))
  AND ($5::text IS NULL OR $5 = ANY(d.reasons)) AND ($6::text IS NULL OR d.action = $6)
  AND ($7::timestamptz IS NULL OR $10 <> 'decided' OR d.run_id IN (SELECT id FROM runs WHERE at >= $7))
  AND ($8::timestamptz IS NULL OR $10 <> 'decided' OR d.run_id IN (SELECT id FROM runs WHERE at < $8))
  AND ($9::text IS NULL OR d.channel = $9)
  AND ($10::text <> 'left' OR (d.run_id, d.customer_id) IN (
    SELECT t.run_id, t.customer_id FROM touches t
    WHERE ($7::timestamptz IS NULL OR t.at >= $7) AND ($8::timestamptz IS NULL OR t.at < $8)
      AND ($11::text IS NULL OR EXISTS (
        SELECT FROM outcomes o WHERE o.outbox_id = t.outbox_id AND o.kind = $11 AND NOT o.bot
          AND ($12::float8 IS NULL OR o.at <= t.at + make_interval(secs => $12 * 3600))))))
  AND ($10 <> 'reviewed' OR (d.run_id, d.customer_id) IN (
    SELECT run_id, customer_id FROM review_items
    WHERE ($7::timestamptz IS NULL OR decided_at >= $7) AND ($8::timestamptz IS NULL OR decided_at < $8)
      AND state IN ('approved', 'rejected') AND milliseconds IS NOT NULL))
  AND (NOT $13::bool OR (d.run_id, d.customer_id) IN (
    SELECT run_id, customer_id FROM review_items WHERE state = 'rejected' OR (state = 'approved' AND edited)))`;
const NEWEST_FIRST = "ORDER BY d.run_id DESC, d.customer_id DESC";

/** What a filter asks of a row of decisions `d`, and its parameters. */
export function matching(filter: DecisionFilter): { where: string; params: unknown[] } {
  const params = [
    filter.runId,
    filter.campaignId,
    filter.customerIds,
    filter.verdicts,
    filter.reason,
    filter.action,
    filter.from,
    filter.to,
    filter.channel,
    filter.dated,
    filter.followedBy,
    filter.withinHours,
    filter.isOverridden,
  ];
  if (filter.arm === null) return { where: MATCHES, params };
  const members = armDecisions(filter.arm.query, filter.arm.name, params.length + 1);
  return {
    where: `${MATCHES} AND (d.run_id, d.customer_id) IN (${members.text})`,
    params: [...params, ...members.params],
  };
}

/** A page of decisions below `before`, newest run first, along the table's key. */
export function listDecisions(
  sql: Sql,
  filter: DecisionFilter,
  page: { before: DecisionKey | null; limit: number },
): Promise<ListedDecision[]> {
  const { where, params } = matching(filter);
  const n = params.length;
  return sql.rows<ListedDecision>(
    `SELECT ${DECISION_COLUMNS}, c.name AS "campaignName" FROM decisions d JOIN campaigns c ON c.id = d.campaign_id
     WHERE ${where} AND ($${n + 1}::int IS NULL OR (d.run_id, d.customer_id) < ($${n + 1}, $${n + 2}::int))
     ${NEWEST_FIRST} LIMIT $${n + 3}`,
    [...params, page.before?.runId ?? null, page.before?.customerId ?? null, page.limit],
  );
}

/** How many match, and where each page of `every` ends. */
export async function decisionPlaces(
  sql: Sql,
  filter: DecisionFilter,
  size: { every: number; most: number },
): Promise<Places<DecisionKey>> {
  const { where, params } = matching(filter);
  const { places, ...counted } = await listedPlaces(
    sql,
    `SELECT d.run_id AS a, d.customer_id AS b FROM decisions d WHERE ${where} ${NEWEST_FIRST}`,
    params,
    size,
  );
  return { ...counted, places: places.map(({ a, b }) => ({ runId: a, customerId: b })) };
}
