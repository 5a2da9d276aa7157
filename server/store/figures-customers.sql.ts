import type { CohortCell } from "@/server/domain/kpi/cohort-table";
import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

/** A figure's two sides at the end of a step; the last step ends where the scope does. */
export type Step = { step: number; numerator: number; denominator: number };

const STEPS = 6;
/** `ends` are that many instants, 30 days apart, the last being the end of the scope. */
const ENDS = `ends AS (
  SELECT n AS step, $1::timestamptz - make_interval(days => 30 * (${STEPS} - n)) AS at
  FROM generate_series(1, ${STEPS}) AS n
)`;

/** Revenue of all orders so far (minor units) and how many customers placed them. */
export const customerValueSteps = (sql: Sql, { to, currency }: Scope) =>
  sql.rows<Step>(
    `WITH ${ENDS}
     SELECT step, coalesce(sum(revenue_minor), 0)::int8 AS numerator, count(DISTINCT customer_id)::int AS denominator
     FROM ends LEFT JOIN orders o ON o.at < ends.at AND o.currency = $2
     GROUP BY step ORDER BY step`,
    [to, currency],
  );

/** Customers who were active 30 days before, and those of them who are no longer: no order in `activeDays`. */
export const churnSteps = (sql: Sql, { to }: Scope, activeDays: number) =>
  sql.rows<Step>(
    `WITH ${ENDS}, seen AS (
       SELECT step, customer_id,
         bool_or(o.at < ends.at - interval '30 days' AND o.at >= ends.at - make_interval(days => 30 + $2::int)) AS was,
         bool_or(o.at >= ends.at - make_interval(days => $2::int)) AS still
       FROM ends JOIN orders o ON o.at < ends.at AND o.at >= ends.at - make_interval(days => 30 + $2::int)
       GROUP BY step, customer_id
     )
     SELECT step, count(*) FILTER (WHERE was AND NOT still)::int AS numerator,
       count(*) FILTER (WHERE was)::int AS denominator
     FROM seen GROUP BY step ORDER BY step`,
    [to, activeDays],
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
