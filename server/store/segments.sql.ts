import type { Population } from "@/server/domain/population";
import { type SegmentTally, segmentOfKey } from "@/server/domain/segment-tally";
import type { Sql } from "./database";

/** A day that wants counting: as of its end, or of now while it lasts; `before` is its beginning. */
export type DueDay = { day: string; at: Date; before: Date };

/**
 * The days that want counting, oldest first: those of the last `daysBack` without a count, and today where its count is
 * older than `staleMs`. Days are the company's; nothing is due of a company without customers.
 */
export const dueDays = (
  sql: Sql,
  asked: { now: Date; timeZone: string; daysBack: number; staleMs: number },
): Promise<DueDay[]> =>
  sql.rows<DueDay>(
    `WITH today AS (SELECT ($1::timestamptz AT TIME ZONE $2)::date AS today),
       days AS (SELECT today, today - back AS day, ((today - back + 1)::timestamp AT TIME ZONE $2) AS ends
         FROM today, generate_series(0, $3::int) AS back)
     SELECT to_char(d.day, 'YYYY-MM-DD') AS day, least($1::timestamptz, d.ends) AS at,
       (d.day::timestamp AT TIME ZONE $2) AS before
     FROM days d LEFT JOIN segment_counts c ON c.day = d.day
     WHERE EXISTS (SELECT FROM customers) AND (c.day IS NULL
       OR d.day = d.today AND c.at <= $1::timestamptz - make_interval(secs => $4::float8 / 1000)
       OR d.day < d.today AND c.at < d.ends)
     ORDER BY d.day`,
    [asked.now, asked.timeZone, asked.daysBack, asked.staleMs],
  );

/** How many customers there are, those that turned out to be another and erased ones left out. */
export async function countCustomers(sql: Sql): Promise<number> {
  const [row] = await sql.rows<{ n: number }>(
    "SELECT count(*)::int AS n FROM customers WHERE merged_into IS NULL AND erased_at IS NULL",
  );
  return row?.n ?? 0;
}

/** The next customers after a number, in its order. */
export async function customersAfter(sql: Sql, after: number, limit: number): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `SELECT id FROM customers WHERE id > $1::int AND merged_into IS NULL AND erased_at IS NULL
     ORDER BY id LIMIT $2::int`,
    [after, limit],
  );
  return rows.map(({ id }) => id);
}

export type CountHead = { day: string; at: Date; customers: number; configurationVersion: number };

/** Writes the count of a day in the place of an earlier one; the newest day's overlaps stay. */
export async function writeCount(
  sql: Sql,
  head: CountHead & { population: Population },
  { sizes, moves, overlaps }: SegmentTally,
): Promise<void> {
  const { day } = head;
  for (const table of ["segment_days", "segment_moves"])
    await sql.rows(`DELETE FROM ${table} WHERE day = $1::date`, [day]);
  await sql.rows(
    `INSERT INTO segment_days (day, segmentation, segment, customers, spend_minor, sample)
     SELECT $1::date, segmentation, segment, customers, "spendMinor", ARRAY(SELECT jsonb_array_elements_text(sample)::int)
     FROM jsonb_to_recordset($2::jsonb)
       AS s(segmentation text, segment text, customers int, "spendMinor" bigint, sample jsonb)`,
    [day, JSON.stringify(Object.entries(sizes).map(([key, size]) => ({ ...segmentOfKey(key), ...size })))],
  );
  await sql.rows(
    `INSERT INTO segment_moves (day, segmentation, from_segment, to_segment, customers)
     SELECT $1::date, segmentation, "from", "to", n
     FROM jsonb_to_recordset($2::jsonb) AS m(segmentation text, "from" text, "to" text, n int)`,
    [day, JSON.stringify(Object.entries(moves).map(([key, n]) => ({ ...moveOf(key), n })))],
  );
  await sql.rows(
    `INSERT INTO segment_counts (day, at, configuration_version, customers, population)
     VALUES ($1::date, $2, $3, $4, $5::jsonb)
     ON CONFLICT (day) DO UPDATE SET at = EXCLUDED.at, configuration_version = EXCLUDED.configuration_version,
       customers = EXCLUDED.customers, population = EXCLUDED.population`,
    [day, head.at, head.configurationVersion, head.customers, JSON.stringify(head.population)],
  );
  if ((await newestCount(sql))?.day !== day) return;
  await sql.rows("DELETE FROM segment_overlaps");
  await sql.rows(
    `INSERT INTO segment_overlaps (one, other, customers)
     SELECT split_part(key, '|', 1), split_part(key, '|', 2), value::int FROM jsonb_each_text($1::jsonb)`,
    [JSON.stringify(overlaps)],
  );
}

function moveOf(key: string): { segmentation: string; from: string; to: string } {
  const { segmentation, segment } = segmentOfKey(key);
  const [from = "", to = ""] = segment.split(">");
  return { segmentation, from, to };
}

/** The newest count with the population that it was made against; null: nothing was counted yet. */
export async function newestCount(sql: Sql): Promise<(CountHead & { population: Population }) | null> {
  const [row] = await sql.rows<CountHead & { population: Population }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, at, customers, configuration_version AS "configurationVersion", population
     FROM segment_counts ORDER BY day DESC LIMIT 1`,
  );
  return row ?? null;
}

export type SizeOfDay = {
  day: string;
  segmentation: string;
  segment: string;
  customers: number;
  spendMinor: number;
};

/** Sizes by day from a day on, oldest first; segment '': none. */
export const sizesSince = (sql: Sql, since: string): Promise<SizeOfDay[]> =>
  sql.rows<SizeOfDay>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, segmentation, segment, customers, spend_minor::float8 AS "spendMinor"
     FROM segment_days WHERE day >= $1::date ORDER BY day, segmentation, segment`,
    [since],
  );

export type Move = { segmentation: string; from: string; to: string; customers: number };

/** Moves between segments, summed over the days after `since` up to the newest count. */
export const movesSince = (sql: Sql, since: string): Promise<Move[]> =>
  sql.rows<Move>(
    `SELECT segmentation, from_segment AS "from", to_segment AS "to", sum(customers)::int AS customers
     FROM segment_moves WHERE day > $1::date GROUP BY segmentation, from_segment, to_segment
     ORDER BY customers DESC, segmentation, from_segment, to_segment`,
    [since],
  );

/** Customers who came to and left a segment, day by day, from a day on. */
export const movementOf = (
  sql: Sql,
  segmentation: string,
  segment: string,
  since: string,
): Promise<{ day: string; came: number; went: number }[]> =>
  sql.rows(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day,
       coalesce(sum(customers) FILTER (WHERE to_segment = $2), 0)::int AS came,
       coalesce(sum(customers) FILTER (WHERE from_segment = $2), 0)::int AS went
     FROM segment_moves WHERE segmentation = $1 AND $2 IN (from_segment, to_segment) AND day >= $3::date
     GROUP BY day ORDER BY day`,
    [segmentation, segment, since],
  );

/** Customers in two segments at once, at the newest count; keys as in domain/segment-tally. */
export const overlapsNow = (sql: Sql): Promise<{ one: string; other: string; customers: number }[]> =>
  sql.rows("SELECT one, other, customers FROM segment_overlaps ORDER BY one, other");

/** The examples of a segment at a count. */
export async function sampleAt(
  sql: Sql,
  day: string,
  segmentation: string,
  segment: string,
): Promise<number[]> {
  const [row] = await sql.rows<{ sample: number[] }>(
    "SELECT sample FROM segment_days WHERE day = $1::date AND segmentation = $2 AND segment = $3",
    [day, segmentation, segment],
  );
  return row?.sample ?? [];
}

export type CampaignOfGoal = { id: number; name: string; goal: string; state: string };

/** Campaigns that are not in the archive, the newest change first. */
export const campaignsInUse = (sql: Sql): Promise<CampaignOfGoal[]> =>
  sql.rows<CampaignOfGoal>(
    "SELECT id, name, goal, state FROM campaigns WHERE state <> 'archived' ORDER BY updated_at DESC LIMIT 500",
  );
