import type { Decision } from "@/server/domain/decision";
import type { Sql } from "./database";
import { DECISION_COLUMNS, type DecisionKey } from "./decisions";
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
  /** only those whose message left; `from` and `to` are then about when it did */
  hasLeft: boolean;
  /** decided as of this instant or later */
  from: Date | null;
  /** decided as of an instant before this one */
  to: Date | null;
};
export type ListedDecision = Decision & { campaignName: string };

// All decisions of a run are of one campaign and as of one instant: its runs are found first, and the key of the table does the rest.
const MATCHES = `($1::int IS NULL OR d.run_id = $1)
  AND ($2::int IS NULL OR d.run_id IN (SELECT id FROM runs WHERE campaign_id = $2))
  AND ($7::timestamptz IS NULL OR $10 OR d.run_id IN (SELECT id FROM runs WHERE at >= $7))
  AND ($8::timestamptz IS NULL OR $10 OR d.run_id IN (SELECT id FROM runs WHERE at < $8))
  AND (NOT $10::bool OR (d.run_id, d.customer_id) IN (
    SELECT run_id, customer_id FROM touches
    WHERE ($7::timestamptz IS NULL OR at >= $7) AND ($8::timestamptz IS NULL OR at < $8)))
  AND ($3::int[] IS NULL OR d.customer_id = ANY($3)) AND ($4::text[] IS NULL OR d.verdict = ANY($4))
  AND ($5::text IS NULL OR $5 = ANY(d.reasons)) AND ($6::text IS NULL OR d.action = $6)
  AND ($9::text IS NULL OR d.channel = $9)`;
const NEWEST_FIRST = "ORDER BY d.run_id DESC, d.customer_id DESC";

const params = (filter: DecisionFilter): unknown[] => [
  filter.runId,
  filter.campaignId,
  filter.customerIds,
  filter.verdicts,
  filter.reason,
  filter.action,
  filter.from,
  filter.to,
  filter.channel,
  filter.hasLeft,
];

/** A page of decisions below `before`, newest run first, along the table's key. */
export const listDecisions = (
  sql: Sql,
  filter: DecisionFilter,
  page: { before: DecisionKey | null; limit: number },
): Promise<ListedDecision[]> =>
  sql.rows<ListedDecision>(
    `SELECT ${DECISION_COLUMNS}, c.name AS "campaignName" FROM decisions d JOIN campaigns c ON c.id = d.campaign_id
     WHERE ${MATCHES} AND ($11::int IS NULL OR (d.run_id, d.customer_id) < ($11, $12::int))
     ${NEWEST_FIRST} LIMIT $13`,
    [...params(filter), page.before?.runId ?? null, page.before?.customerId ?? null, page.limit],
  );

/** How many match, and where each page of `every` ends. */
export async function decisionPlaces(
  sql: Sql,
  filter: DecisionFilter,
  size: { every: number; most: number },
): Promise<Places<DecisionKey>> {
  const { places, ...counted } = await listedPlaces(
    sql,
    `SELECT d.run_id AS a, d.customer_id AS b FROM decisions d WHERE ${MATCHES} ${NEWEST_FIRST}`,
    params(filter),
    size,
  );
  return { ...counted, places: places.map(({ a, b }) => ({ runId: a, customerId: b })) };
}
