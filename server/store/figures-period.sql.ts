import type { Sql } from "./database";

/** Days of a zone, `toDay` being the last one inside, with the instants [from, to) between which they lie. */
export type Period = { from: Date; to: Date; fromDay: string; toDay: string };

/** Which part of the data a figure is about. `campaignId` and `channel` null mean all of them. */
export type Scope = Period & {
  timeZone: string;
  currency: string;
  campaignId: number | null;
  channel: string | null;
};

/** The period of two days (YYYY-MM-DD); without a last day it ends today, without a first it has 30 days. */
export async function periodOf(
  sql: Sql,
  given: { fromDay: string | null; toDay: string | null; now: Date; timeZone: string },
): Promise<Period> {
  const [row] = await sql.rows<Period>(
    `SELECT first::timestamp AT TIME ZONE $4 AS from, (last + 1)::timestamp AT TIME ZONE $4 AS to,
       to_char(first, 'YYYY-MM-DD') AS "fromDay", to_char(last, 'YYYY-MM-DD') AS "toDay"
     FROM (SELECT coalesce($2::date, ($3::timestamptz AT TIME ZONE $4)::date) AS last) a,
       LATERAL (SELECT coalesce($1::date, last - 29) AS first) b`,
    [given.fromDay, given.toDay, given.now, given.timeZone],
  );
  if (row === undefined) throw new Error("a SELECT of one row gave none");
  return row;
}
