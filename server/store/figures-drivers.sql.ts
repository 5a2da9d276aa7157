import type { RevenueParts } from "@/server/domain/kpi/revenue-movement";
import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

const TOUCHED = `touched AS (
  SELECT outbox_id, customer_id, channel, at, (at AT TIME ZONE $5)::date AS day FROM touches
  WHERE at >= $1 AND at < $2 AND ($3::int IS NULL OR campaign_id = $3) AND ($4::text IS NULL OR channel = $4)
), bought AS (
  SELECT t.customer_id, t.day, o.order_id, o.value_minor
  FROM touched t JOIN outcomes o USING (outbox_id) WHERE o.kind = 'conversion' AND NOT o.bot
)`;
const params = ({ from, to, campaignId, channel, timeZone }: Scope) => [
  from,
  to,
  campaignId,
  channel,
  timeZone,
];

/** The parts of a period. A person, an order and an item count once each. */
export async function driverSums(sql: Sql, scope: Scope, clickHours: number): Promise<RevenueParts> {
  const [row] = await sql.rows<RevenueParts>(
    `WITH ${TOUCHED}
     SELECT (SELECT count(DISTINCT customer_id)::int FROM touched) AS people,
       (SELECT count(*)::int FROM touched) AS touches,
       (SELECT count(DISTINCT t.customer_id)::int FROM touched t JOIN outcomes o USING (outbox_id)
        WHERE o.kind = 'click' AND NOT o.bot AND o.at <= t.at + make_interval(secs => $6 * 3600)) AS clickers,
       count(DISTINCT customer_id)::int AS buyers, count(DISTINCT order_id)::int AS orders,
       coalesce((SELECT sum(quantity) FROM order_lines
                 WHERE order_id IN (SELECT order_id FROM bought)), 0)::int AS items,
       coalesce(sum(value_minor), 0)::int8 AS "revenueMinor"
     FROM bought`,
    [...params(scope), clickHours],
  );
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row;
}

export type DriverDay = {
  day: string;
  people: number;
  touches: number;
  buyers: number;
  orders: number;
  revenueMinor: number;
};

/** The same by day of the touch, for days that have any. A person touched on two days counts on both. */
export const driverDays = (sql: Sql, scope: Scope) =>
  sql.rows<DriverDay>(
    `WITH ${TOUCHED}, sent AS (
       SELECT day, count(DISTINCT customer_id)::int AS people, count(*)::int AS touches FROM touched GROUP BY day
     ), sold AS (
       SELECT day, count(DISTINCT customer_id)::int AS buyers, count(DISTINCT order_id)::int AS orders,
         sum(value_minor)::int8 AS revenue FROM bought GROUP BY day
     )
     SELECT to_char(day, 'YYYY-MM-DD') AS day, people, touches, coalesce(buyers, 0) AS buyers,
       coalesce(orders, 0) AS orders, coalesce(revenue, 0)::int8 AS "revenueMinor"
     FROM sent LEFT JOIN sold USING (day) ORDER BY day`,
    params(scope),
  );

/** How many touches went out by each channel. */
export const touchesByChannel = (sql: Sql, scope: Scope) =>
  sql.rows<{ channel: string; touches: number }>(
    `SELECT channel, sum(touches)::int AS touches FROM touch_days
     WHERE day BETWEEN $1::date AND $2::date AND ($3::int IS NULL OR campaign_id = $3)
     GROUP BY channel ORDER BY channel`,
    [scope.fromDay, scope.toDay, scope.campaignId],
  );
