import type { Population } from "@/server/domain/population";
import { daysBetween } from "@/server/domain/time";
import type { Sql } from "./database";
import { CURRENCY } from "./facts.sql";

type Row = {
  buyers: number;
  lastOrderMs: number[] | null;
  orders: number[] | null;
  spendMinor: number[] | null;
  orders365: number;
  revenue365: number;
  costedRevenue: number;
  cost: number;
};

const FIFTHS = "ARRAY[0.2, 0.4, 0.6, 0.8]";
const YEAR = "at > $1::timestamptz - interval '365 days'";

/** Cut points, mean order and margin over everybody's orders as of `now`: one pass over the orders. */
export async function loadPopulation(sql: Sql, now: Date): Promise<Population> {
  const [row] = await sql.rows<Row>(
    `SELECT count(*)::int AS buyers,
       percentile_disc(ARRAY[0.8, 0.6, 0.4, 0.2]) WITHIN GROUP (ORDER BY last_ms) AS "lastOrderMs",
       percentile_disc(${FIFTHS}) WITHIN GROUP (ORDER BY n) AS orders,
       percentile_disc(${FIFTHS}) WITHIN GROUP (ORDER BY spend) AS "spendMinor",
       coalesce(sum(n365), 0)::int AS orders365, coalesce(sum(revenue365), 0)::float8 AS revenue365,
       coalesce(sum(costed_revenue), 0)::float8 AS "costedRevenue", coalesce(sum(cost), 0)::float8 AS cost
     FROM (
       SELECT round(date_part('epoch', max(at)) * 1000) AS last_ms, count(*)::int AS n,
         coalesce(sum(revenue_minor) FILTER (WHERE own), 0)::float8 AS spend,
         count(*) FILTER (WHERE own AND ${YEAR}) AS n365,
         sum(revenue_minor) FILTER (WHERE own AND ${YEAR}) AS revenue365,
         sum(revenue_minor) FILTER (WHERE own AND ${YEAR} AND cost_minor IS NOT NULL) AS costed_revenue,
         sum(cost_minor) FILTER (WHERE own AND ${YEAR}) AS cost
       FROM (SELECT customer_id, at, revenue_minor, cost_minor, currency = ${CURRENCY} AS own
         FROM orders WHERE at <= $1::timestamptz) o
       GROUP BY customer_id
     ) buyer`,
    [now],
  );
  const nowMs = now.getTime();
  return {
    buyers: row?.buyers ?? 0,
    // the same arithmetic as the segmentor's, so that who lies on a cut point lies on it exactly
    silenceDaysCuts: (row?.lastOrderMs ?? []).map((lastMs) => daysBetween(lastMs, nowMs)),
    ordersCuts: row?.orders ?? [],
    spendMinorCuts: row?.spendMinor ?? [],
    averageOrderMinor: row === undefined || row.orders365 === 0 ? null : row.revenue365 / row.orders365,
    margin: row === undefined || row.costedRevenue <= 0 ? null : 1 - row.cost / row.costedRevenue,
  };
}
