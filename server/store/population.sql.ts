import type { Fifths, Population } from "@/server/domain/population";
import { daysBetween } from "@/server/domain/time";
import type { Sql } from "./database";
import { CURRENCY } from "./facts.sql";
import { orderTotals } from "./order-totals.sql";

type Cuts = {
  buyers: number;
  lastOrderMs: number[] | null;
  orders: number[] | null;
  spendMinor: number[] | null;
};
/** of the orders whose goods have a known cost */
type Goods = { revenue: number; cost: number };

const FIFTHS = "ARRAY[0.2, 0.4, 0.6, 0.8]";

/** A mean margin over so many orders is exact enough, and costs the same however large the shop. */
const MARGIN_ORDERS = 10_000;

/** $1: now, $2: the company's currency. As a value, not a sub-select: the planner has to know how many orders are in it. */
const OF_THE_YEAR = "at <= $1::timestamptz AND at > $1::timestamptz - interval '365 days' AND currency = $2";

/**
 * The newest orders with what their goods cost: the order's own word, else its lines at what their products cost today.
 * An order of which one product has no cost in the company's currency has none. Lines are read only where a product has
 * a cost at all.
 */
const COSTED_ORDERS = `SELECT o.revenue_minor,
    coalesce(o.cost_minor, CASE WHEN bool_and(p.cost_minor IS NOT NULL) THEN sum(l.quantity * p.cost_minor) END) AS cost
  FROM (SELECT id, revenue_minor, cost_minor FROM orders WHERE ${OF_THE_YEAR} ORDER BY at DESC, id DESC LIMIT ${MARGIN_ORDERS}) o
    LEFT JOIN order_lines l ON l.order_id = o.id AND o.cost_minor IS NULL
      AND (SELECT EXISTS (SELECT FROM products WHERE cost_minor IS NOT NULL))
    LEFT JOIN products p ON p.sku = l.sku AND p.currency = $2
  GROUP BY o.id, o.revenue_minor, o.cost_minor`;

/** Cut points over everybody's orders as of `now`. */
export async function loadFifths(sql: Sql, now: Date): Promise<Fifths> {
  const [cuts] = await sql.rows<Cuts>(
    `SELECT count(*)::int AS buyers,
       (SELECT array_agg(round(date_part('epoch', at) * 1000) ORDER BY at DESC) FROM unnest(
         percentile_disc(${FIFTHS}) WITHIN GROUP (ORDER BY last_at)) AS at) AS "lastOrderMs",
       percentile_disc(${FIFTHS}) WITHIN GROUP (ORDER BY orders) AS orders,
       percentile_disc(${FIFTHS}) WITHIN GROUP (ORDER BY spend::float8) AS "spendMinor"
     FROM (${orderTotals("$1::timestamptz")}) buyer WHERE last_at IS NOT NULL`,
    [now],
  );
  const nowMs = now.getTime();
  return {
    buyers: cuts?.buyers ?? 0,
    // the same arithmetic as the segmentor's, so that who lies on a cut point lies on it exactly
    silenceDaysCuts: (cuts?.lastOrderMs ?? []).map((lastMs) => daysBetween(lastMs, nowMs)),
    ordersCuts: cuts?.orders ?? [],
    spendMinorCuts: cuts?.spendMinor ?? [],
  };
}

/**
 * The fifths, the mean order over those of the last 365 days in the company's currency, and the margin over the newest
 * ten thousand of them.
 */
export async function loadPopulation(sql: Sql, now: Date): Promise<Population> {
  const [company] = await sql.rows<{ currency: string }>(`SELECT ${CURRENCY} AS currency`);
  const parameters = [now, company?.currency];
  const [fifths, [year], [goods]] = await Promise.all([
    loadFifths(sql, now),
    sql.rows<{ averageMinor: number | null }>(
      `SELECT avg(revenue_minor)::float8 AS "averageMinor" FROM orders WHERE ${OF_THE_YEAR}`,
      parameters,
    ),
    sql.rows<Goods>(
      `SELECT coalesce(sum(revenue_minor), 0)::float8 AS revenue, coalesce(sum(cost), 0)::float8 AS cost
       FROM (${COSTED_ORDERS}) costed WHERE cost IS NOT NULL`,
      parameters,
    ),
  ]);
  return {
    ...fifths,
    averageOrderMinor: year?.averageMinor ?? null,
    margin: goods === undefined || goods.revenue <= 0 ? null : 1 - goods.cost / goods.revenue,
  };
}
