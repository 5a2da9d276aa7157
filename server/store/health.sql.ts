import type { Sql } from "./database";

/** Stores whether the console answered in this minute; a minute that is asked twice has answered if it did once. */
export async function addHealthSample(
  sql: Sql,
  { now, answered, milliseconds }: { now: Date; answered: boolean; milliseconds: number },
): Promise<void> {
  await sql.rows(
    `INSERT INTO health_samples AS h (minute, answered, milliseconds) VALUES (date_trunc('minute', $1::timestamptz), $2, $3)
     ON CONFLICT (minute) DO UPDATE SET answered = h.answered OR excluded.answered`,
    [now, answered, Math.round(milliseconds)],
  );
}
