import type { ActiveQuarter } from "@/server/domain/hour-histogram";
import type { Sql } from "./database";

const OF_THE_YEAR =
  "customer_id = ANY($1::int[]) AND at > $2::timestamptz - interval '365 days' AND at <= $2::timestamptz";

/**
 * When these customers did something in the 365 days before `now`, by quarters of an hour: orders, events, opens and
 * clicks of their own, those of machines left out. One query, each table through its index on (customer_id, at). Who did
 * nothing is absent.
 */
export async function activeQuarters(
  sql: Sql,
  ids: readonly number[],
  now: Date,
): Promise<Map<number, ActiveQuarter[]>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.rows<ActiveQuarter & { customerId: number }>(
    `SELECT customer_id AS "customerId", date_part('epoch', quarter) * 1000 AS "atMs", count(*)::int AS n
     FROM (
       SELECT customer_id, date_bin('15 minutes', at, timestamptz '2000-01-01 00:00:00+00') AS quarter FROM (
         SELECT customer_id, at FROM orders WHERE ${OF_THE_YEAR}
         UNION ALL SELECT customer_id, at FROM events WHERE ${OF_THE_YEAR}
         UNION ALL SELECT customer_id, at FROM outcomes WHERE ${OF_THE_YEAR} AND kind IN ('open', 'click') AND NOT bot
       ) acts
     ) binned GROUP BY customer_id, quarter`,
    [ids, now],
  );
  const found = new Map<number, ActiveQuarter[]>();
  for (const { customerId, atMs, n } of rows) {
    const known = found.get(customerId);
    if (known === undefined) found.set(customerId, [{ atMs, n }]);
    else known.push({ atMs, n });
  }
  return found;
}
