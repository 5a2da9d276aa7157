import type { TouchMonth } from "@/server/domain/kpi/learning-gain";
import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

/** Advertising spend by day, minor units, in the company's currency. */
export const spendDays = (sql: Sql, { fromDay, toDay, currency }: Scope) =>
  sql.rows<{ day: string; spendMinor: number }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, sum(amount_minor)::int8 AS "spendMinor" FROM ad_spend
     WHERE day BETWEEN $1::date AND $2::date AND currency = $3 GROUP BY day ORDER BY day`,
    [fromDay, toDay, currency],
  );

/** Touches and attributed revenue of the whole calendar months before the end of the scope, at most `months` of them. */
export const touchMonths = (sql: Sql, { toDay, campaignId, channel }: Scope, months: number) =>
  sql.rows<TouchMonth>(
    `SELECT to_char(day, 'YYYY-MM') AS month, sum(touches)::int AS touches, sum(conversions)::int AS orders,
       sum(revenue_minor)::int8 AS "revenueMinor"
     FROM touch_days
     WHERE day < date_trunc('month', $1::date + 1) AND day >= date_trunc('month', $1::date + 1) - make_interval(months => $4::int)
       AND ($2::int IS NULL OR campaign_id = $2) AND ($3::text IS NULL OR channel = $3)
     GROUP BY 1 ORDER BY 1`,
    [toDay, campaignId, channel, months],
  );
