import type { ConsoleArea } from "@/server/domain/console-area";
import type { Sql } from "./database";

export type TimeAtWork = { userId: number; area: ConsoleArea; seconds: number; now: Date; timeZone: string };

/**
 * Adds seconds at work, never more than have passed since this person's last ones: two windows open side by side are
 * one person's time once.
 */
export async function addConsoleTime(
  sql: Sql,
  { userId, area, seconds, now, timeZone }: TimeAtWork,
): Promise<void> {
  await sql.rows(
    `INSERT INTO console_time AS c (user_id, day, area, seconds, last_at)
     SELECT $1, ($4::timestamptz AT TIME ZONE $5)::date, $2, greatest(0, least($3::float8, passed.seconds))::int, $4
     FROM (SELECT coalesce(date_part('epoch', $4::timestamptz - max(last_at)), $3) AS seconds
           FROM console_time WHERE user_id = $1 AND day >= ($4::timestamptz AT TIME ZONE $5)::date - 1) passed
     ON CONFLICT (user_id, day, area)
       DO UPDATE SET seconds = c.seconds + excluded.seconds, last_at = greatest(c.last_at, excluded.last_at)`,
    [userId, area, seconds, now, timeZone],
  );
}
