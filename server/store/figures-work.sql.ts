import type { Sql } from "./database";
import type { Scope } from "./figures-period.sql";

/** Seconds at work in the console by day, and the first day on which any were recorded, whenever. */
export async function consoleDays(
  sql: Sql,
  { fromDay, toDay }: Scope,
): Promise<{ since: string | null; days: { day: string; seconds: number }[] }> {
  const [first] = await sql.rows<{ since: string | null }>(
    "SELECT to_char(min(day), 'YYYY-MM-DD') AS since FROM console_time",
  );
  const days = await sql.rows<{ day: string; seconds: number }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, sum(seconds)::int AS seconds FROM console_time
     WHERE day BETWEEN $1::date AND $2::date GROUP BY day ORDER BY day`,
    [fromDay, toDay],
  );
  return { since: first?.since ?? null, days };
}

/** Median days from a campaign's creation to its first message, of campaigns that began to send in the scope. */
export async function launchDays(
  sql: Sql,
  { from, to, campaignId }: Scope,
): Promise<{ campaigns: number; medianDays: number | null }> {
  const [row] = await sql.rows<{ campaigns: number; medianDays: number | null }>(
    `SELECT count(*)::int AS campaigns, percentile_cont(0.5) WITHIN GROUP (
       ORDER BY date_part('epoch', first.at - c.created_at) / 86400) AS "medianDays"
     FROM campaigns c,
       LATERAL (SELECT at FROM touches WHERE campaign_id = c.id ORDER BY at LIMIT 1) first
     WHERE first.at >= $1 AND first.at < $2 AND ($3::int IS NULL OR c.id = $3)`,
    [from, to, campaignId],
  );
  if (row === undefined) throw new Error("an aggregate gave no row");
  return row;
}

/** Median seconds of the verdicts of a day, and how many were timed. */
export const reviewDays = (sql: Sql, { from, to, campaignId, timeZone }: Scope) =>
  sql.rows<{ day: string; timed: number; medianSeconds: number }>(
    `SELECT to_char(decided_at AT TIME ZONE $4, 'YYYY-MM-DD') AS day, count(*)::int AS timed,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY milliseconds) / 1000 AS "medianSeconds"
     FROM review_items
     WHERE decided_at >= $1 AND decided_at < $2 AND ($3::int IS NULL OR campaign_id = $3)
       AND state IN ('approved', 'rejected') AND milliseconds IS NOT NULL
     GROUP BY 1 ORDER BY 1`,
    [from, to, campaignId, timeZone],
  );

/** How long a batch took and how many decisions it made; batches that decided nobody are left out. */
export const batchTimes = (sql: Sql, { from, to, campaignId, timeZone }: Scope) =>
  sql.rows<{ day: string; milliseconds: number; decisions: number }>(
    `SELECT to_char(r.at AT TIME ZONE $4, 'YYYY-MM-DD') AS day, c.milliseconds, decided.decisions
     FROM runs r JOIN run_chunks c ON c.run_id = r.id,
       LATERAL (SELECT sum(value::int)::int AS decisions FROM jsonb_each_text(c.counts::jsonb)) decided
     WHERE r.at >= $1 AND r.at < $2 AND ($3::int IS NULL OR r.campaign_id = $3) AND decided.decisions > 0`,
    [from, to, campaignId, timeZone],
  );

/** Minutes asked and answered by day; the first minute ever asked, whenever. */
export async function healthDays(
  sql: Sql,
  { from, to, timeZone }: Scope,
): Promise<{ since: Date | null; days: { day: string; answered: number }[] }> {
  const [first] = await sql.rows<{ since: Date | null }>("SELECT min(minute) AS since FROM health_samples");
  const days = await sql.rows<{ day: string; answered: number }>(
    `SELECT to_char(minute AT TIME ZONE $3, 'YYYY-MM-DD') AS day, count(*) FILTER (WHERE answered)::int AS answered
     FROM health_samples WHERE minute >= $1 AND minute < $2 GROUP BY 1 ORDER BY 1`,
    [from, to, timeZone],
  );
  return { since: first?.since ?? null, days };
}
