import type { CohortCell } from "@/server/domain/kpi/cohort-table";
import { DAY_MS, SECOND_MS } from "@/server/domain/time";
import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

/** A figure's two sides at the end of a step; the last step ends where the scope does. */
export type Step = { step: number; numerator: number; denominator: number };

/** How long a step is. */
export const STEP_DAYS = 30;
/** How many whole steps lie between an instant before the scope's end and that end: 0 within the last one. */
const STEPS_BACK = `(ceil(date_part('epoch', $1::timestamptz - at) / ${(STEP_DAYS * DAY_MS) / SECOND_MS})::int - 1)`;
/** The first of so many steps by which it had happened. */
const stepOf = (steps: number) => `greatest(1, ${steps} - ${STEPS_BACK})`;

/** Revenue of all orders so far (minor units) and how many customers placed them, at the end of each of the last `steps`. */
export const customerValueSteps = (sql: Sql, { to, currency }: Scope, steps: number) =>
  sql.rows<Step>(
    `WITH sold AS NOT MATERIALIZED (
       SELECT customer_id, at, revenue_minor FROM orders WHERE at < $1 AND currency = $2
     ), added AS (
       SELECT ${stepOf(steps)} AS step, sum(revenue_minor) AS revenue, 0 AS customers FROM sold GROUP BY 1
       UNION ALL
       SELECT ${stepOf(steps)}, 0, count(*) FROM (SELECT min(at) AS at FROM sold GROUP BY customer_id) first GROUP BY 1
       UNION ALL
       SELECT n, 0, 0 FROM generate_series(1, ${steps}) AS n
     )
     SELECT step, (sum(sum(revenue)) OVER so_far)::int8 AS numerator,
       (sum(sum(customers)) OVER so_far)::int AS denominator
     FROM added GROUP BY step WINDOW so_far AS (ORDER BY step) ORDER BY step`,
    [to, currency],
  );

/**
 * Customers who were active a step of 30 days before, and those of them who are no longer: no order within the last
 * `activeSteps` steps; at the end of each of the last `steps`. Each customer's orders are one bit of an int4 for each
 * step that has any: `activeSteps` and `steps` together are at most 31.
 */
export const churnSteps = (sql: Sql, { to }: Scope, activeSteps: number, steps: number) =>
  sql.rows<Step>(
    `WITH bought AS (
       SELECT steps, count(*) AS customers FROM (
         SELECT bit_or(1 << ${STEPS_BACK}) AS steps FROM orders
         WHERE at < $1 AND at >= $1::timestamptz - make_interval(days => ${STEP_DAYS} * (${steps} + $2::int))
         GROUP BY customer_id
       ) customer GROUP BY steps
     ), ends AS (
       SELECT n AS step, ((1 << $2::int) - 1) << (${steps} - n) AS active FROM generate_series(1, ${steps}) AS n
     ), seen AS (
       SELECT step, customers, steps & (active << 1) <> 0 AS was, steps & active <> 0 AS still
       FROM ends CROSS JOIN bought
     )
     SELECT step, coalesce(sum(customers) FILTER (WHERE was AND NOT still), 0)::int AS numerator,
       coalesce(sum(customers) FILTER (WHERE was), 0)::int AS denominator
     FROM seen GROUP BY step ORDER BY step`,
    [to, activeSteps],
  );

/** Who ordered in which month, by the month of their first order, for cohorts of the last `cohorts` months of the scope. */
export const cohortCells = (sql: Sql, { toDay, timeZone, currency }: Scope, cohorts: number) =>
  sql.rows<CohortCell>(
    `WITH firsts AS (
       SELECT customer_id, date_trunc('month', min(at) AT TIME ZONE $2) AS cohort FROM orders GROUP BY customer_id
     )
     SELECT to_char(cohort, 'YYYY-MM') AS cohort,
       ((date_part('year', o.at AT TIME ZONE $2) - date_part('year', cohort)) * 12
         + date_part('month', o.at AT TIME ZONE $2) - date_part('month', cohort))::int AS months,
       count(DISTINCT customer_id)::int AS customers, sum(o.revenue_minor)::int8 AS "revenueMinor"
     FROM firsts JOIN orders o USING (customer_id)
     WHERE cohort >= date_trunc('month', $1::date) - make_interval(months => $4::int - 1)
       AND (o.at AT TIME ZONE $2)::date <= $1::date AND o.currency = $3
     GROUP BY 1, 2 ORDER BY 1, 2`,
    [toDay, timeZone, currency, cohorts],
  );
