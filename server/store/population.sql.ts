import type { Population } from "@/server/domain/population";
import { daysBetween } from "@/server/domain/time";
import type { Sql } from "./database";
import { CURRENCY } from "./facts.sql";

type Cuts = {
  buyers: number;
  lastOrderMs: number[] | null;
  orders: number[] | null;
  spendMinor: number[] | null;
};
type Year = { orders: number; revenue: number; costedRevenue: number; cost: number };

const FIFTHS = "ARRAY[0.2, 0.4, 0.6, 0.8]";

/** Cut points over everybody's orders as of `now`, mean order and margin over those of the last 365 days. */
export async function loadPopulation(sql: Sql, now: Date): Promise<Population> {
  const [[cuts], [year]] = await Promise.all([
    sql.rows<Cuts>(
      `SELECT count(*)::int AS buyers,
         (SELECT array_agg(round(date_part('epoch', at) * 1000) ORDER BY at DESC) FROM unnest(
           percentile_disc(${FIFTHS}) WITHIN GROUP (ORDER BY last_at)) AS at) AS "lastOrderMs",
         percentile_disc(${FIFTHS}) WITHIN GROUP (ORDER BY n) AS orders,
         percentile_disc(${FIFTHS}) WITHIN GROUP (ORDER BY spend) AS "spendMinor"
       FROM (
         SELECT max(at) AS last_at, count(*)::int AS n,
           coalesce(sum(revenue_minor) FILTER (WHERE currency = ${CURRENCY}), 0)::float8 AS spend
         FROM orders WHERE at <= $1::timestamptz GROUP BY customer_id
       ) buyer`,
      [now],
    ),
    sql.rows<Year>(
      `SELECT count(*)::int AS orders, coalesce(sum(revenue_minor), 0)::float8 AS revenue,
         coalesce(sum(revenue_minor) FILTER (WHERE cost_minor IS NOT NULL), 0)::float8 AS "costedRevenue",
         coalesce(sum(cost_minor), 0)::float8 AS cost
       FROM orders
       WHERE at <= $1::timestamptz AND at > $1::timestamptz - interval '365 days' AND currency = ${CURRENCY}`,
      [now],
    ),
  ]);
  const nowMs = now.getTime();
  return {
    buyers: cuts?.buyers ?? 0,
    // the same arithmetic as the segmentor's, so that who lies on a cut point lies on it exactly
    silenceDaysCuts: (cuts?.lastOrderMs ?? []).map((lastMs) => daysBetween(lastMs, nowMs)),
    ordersCuts: cuts?.orders ?? [],
    spendMinorCuts: cuts?.spendMinor ?? [],
    averageOrderMinor: year === undefined || year.orders === 0 ? null : year.revenue / year.orders,
    margin: year === undefined || year.costedRevenue <= 0 ? null : 1 - year.cost / year.costedRevenue,
  };
}
