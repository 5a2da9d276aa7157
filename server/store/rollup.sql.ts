import { DAY_MS } from "@/server/domain/time";
import type { Sql } from "./database";

export type RollUp = {
  /** YYYY-MM-DD, days of the company's zone */
  days: readonly string[];
  timeZone: string;
  openHours: number;
  clickHours: number;
};

/**
 * Computes the figures of whole days anew from touches and outcomes, and answers how many rows the days now have.
 *
 * A touch counts once in each column, however many outcomes it has; what a machine did and what came after the
 * window counts nowhere. Opens, clicks and orders stand on the day of their touch.
 */
export async function rollUpDays(
  sql: Sql,
  { days, timeZone, openHours, clickHours }: RollUp,
): Promise<number> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 0;
  // no zone is more than a day from UTC; the bounds let the planner leave other months alone
  const from = new Date(Date.parse(first) - DAY_MS);
  const to = new Date(Date.parse(last) + 2 * DAY_MS);
  await sql.rows("DELETE FROM touch_days WHERE day = ANY($1::date[])", [days]);
  const [row] = await sql.rows<{ count: number }>(
    `WITH measured AS (
       SELECT (t.at AT TIME ZONE $2)::date AS day, t.campaign_id, t.channel, t.variant, t.cost_minor, o.*
       FROM touches t LEFT JOIN LATERAL (
         SELECT
           bool_or(kind = 'open' AND at <= t.at + make_interval(secs => $3 * 3600)) AS opened,
           bool_or(kind = 'click' AND at <= t.at + make_interval(secs => $4 * 3600)) AS clicked,
           bool_or(kind = 'conversion') AS converted,
           bool_or(kind = 'unsubscribe') AS unsubscribed,
           bool_or(kind = 'bounce') AS bounced,
           bool_or(kind = 'complaint') AS complained,
           sum(value_minor) FILTER (WHERE kind = 'conversion') AS revenue
         FROM outcomes WHERE outbox_id = t.outbox_id AND NOT bot
       ) o ON true
       WHERE t.at >= $5 AND t.at < $6 AND (t.at AT TIME ZONE $2)::date = ANY($1::date[])
     ), written AS (
       INSERT INTO touch_days (day, campaign_id, channel, variant, touches, opens, clicks, conversions,
         unsubscribes, bounces, complaints, revenue_minor, cost_minor)
       SELECT day, campaign_id, channel, variant, count(*), count(*) FILTER (WHERE opened),
         count(*) FILTER (WHERE clicked), count(*) FILTER (WHERE converted), count(*) FILTER (WHERE unsubscribed),
         count(*) FILTER (WHERE bounced), count(*) FILTER (WHERE complained), coalesce(sum(revenue), 0),
         coalesce(sum(cost_minor), 0)
       FROM measured GROUP BY day, campaign_id, channel, variant
       RETURNING 1
     ) SELECT count(*)::int AS count FROM written`,
    [days, timeZone, openHours, clickHours, from, to],
  );
  return row?.count ?? 0;
}
