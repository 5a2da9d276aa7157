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

/**
 * The orders of the year with what their goods cost: the order's own word, else its lines at what their products cost
 * today. An order of which one product has no cost in the company's currency has none. Lines are read by their order,
 * one look-up each, and only where a product has a cost at all: a join of sums would be done anew for each order while
 * the planner knows no figures of a young table.
 */
const COSTED_ORDERS = `SELECT o.revenue_minor,
    coalesce(o.cost_minor, CASE WHEN bool_and(p.cost_minor IS NOT NULL) THEN sum(l.quantity * p.cost_minor) END) AS cost
  FROM orders o
    LEFT JOIN order_lines l ON l.order_id = o.id AND o.cost_minor IS NULL
      AND (SELECT EXISTS (SELECT FROM products WHERE cost_minor IS NOT NULL))
    LEFT JOIN products p ON p.sku = l.sku AND p.currency = ${CURRENCY}
  WHERE o.at <= $1::timestamptz AND o.at > $1::timestamptz - interval '365 days' AND o.currency = ${CURRENCY}
  GROUP BY o.id`;

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
         coalesce(sum(revenue_minor) FILTER (WHERE cost IS NOT NULL), 0)::float8 AS "costedRevenue",
         coalesce(sum(cost), 0)::float8 AS cost
       FROM (${COSTED_ORDERS}) costed`,
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
