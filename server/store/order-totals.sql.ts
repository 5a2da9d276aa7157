import { CURRENCY } from "./facts.sql";

/** Of totals `t`, as the index has it: who never bought stands before everybody who did. */
export const LAST_ORDER = "coalesce(t.last_order_at, TIMESTAMPTZ '1970-01-01 00:00:00+00')";

/**
 * What each customer bought up to an instant, one row each: orders, spend in the company's currency and last_at. The
 * kept totals are of every stored order: whose last one comes after the instant is counted from the orders.
 */
export const orderTotals = (instant: string) => `
  SELECT t.customer_id, t.orders, t.spend_minor AS spend, t.last_order_at AS last_at
  FROM customer_totals t WHERE ${LAST_ORDER} <= ${instant}
  UNION ALL
  SELECT t.customer_id, count(o.id)::int,
    coalesce(sum(o.revenue_minor) FILTER (WHERE o.currency = ${CURRENCY}), 0)::bigint, max(o.at)
  FROM customer_totals t LEFT JOIN orders o ON o.customer_id = t.customer_id AND o.at <= ${instant}
  WHERE ${LAST_ORDER} > ${instant} GROUP BY t.customer_id`;
