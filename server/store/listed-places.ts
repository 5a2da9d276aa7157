import type { Sql } from "./database";

/** How long a list is and where its pages end. */
export type Places<Place> = {
  /** rows that match, counted up to `most` */
  total: number;
  /** there are more than were counted */
  more: boolean;
  /** the last row of each whole page, in order */
  places: Place[];
};

/**
 * Walks an ordered list once and keeps where its pages end, so that any page can be asked for by its place. `ordered` is a
 * SELECT in order that names the columns `a` and `b` of a place.
 */
export async function listedPlaces(
  sql: Sql,
  ordered: string,
  params: readonly unknown[],
  { every, most }: { every: number; most: number },
): Promise<Places<{ a: number; b: number }>> {
  const n = params.length;
  const [row] = await sql.rows<{ total: number; a: number[] | null; b: number[] | null }>(
    `SELECT count(*)::int AS total, array_agg(a) FILTER (WHERE n % $${n + 1}::int = 0) AS a,
       array_agg(b) FILTER (WHERE n % $${n + 1}::int = 0) AS b
     FROM (SELECT a::float8, b::float8, row_number() OVER () AS n FROM (${ordered} LIMIT $${n + 2}::int) listed) numbered`,
    [...params, every, most + 1],
  );
  const ends = (row?.a ?? []).map((a, i) => ({ a, b: row?.b?.[i] ?? 0 }));
  const total = row?.total ?? 0;
  return { total: Math.min(total, most), more: total > most, places: ends };
}
