import type { Sql } from "./database";

/** What a hard limit is on. Budgets are in minor units, the others count messages. */
export type LimitKind = "campaign-sends" | "campaign-budget" | "offer-stock";
export type Taken = { kind: LimitKind; key: string; amount: number };

const nameOf = (kind: LimitKind, key: string): string => `${kind} ${key}`;

/** What has been taken of these limits, locked until the transaction ends: claims of one limit follow one another. */
export async function holdReservations(
  sql: Sql,
  limits: readonly { kind: LimitKind; key: string }[],
): Promise<(kind: LimitKind, key: string) => number> {
  if (limits.length === 0) return () => 0;
  // in one order everywhere, so that two claims can't wait for each other
  const sorted = [...limits].sort((a, b) => (nameOf(a.kind, a.key) < nameOf(b.kind, b.key) ? -1 : 1));
  const rows = await sql.rows<{ kind: LimitKind; key: string; used: number }>(
    `INSERT INTO reservations (kind, key)
     SELECT DISTINCT ON (kind, key) kind, key FROM unnest($1::text[], $2::text[]) AS l(kind, key) ORDER BY kind, key
     ON CONFLICT (kind, key) DO UPDATE SET used = reservations.used RETURNING kind, key, used::float8 AS used`,
    [sorted.map(({ kind }) => kind), sorted.map(({ key }) => key)],
  );
  const used = new Map(rows.map((row) => [nameOf(row.kind, row.key), row.used]));
  return (kind, key) => used.get(nameOf(kind, key)) ?? 0;
}

/** Adds to what was taken; a negative amount gives back, never below nothing. */
export async function addReservations(sql: Sql, taken: readonly Taken[]): Promise<void> {
  if (taken.length === 0) return;
  await sql.rows(
    `INSERT INTO reservations AS r (kind, key, used)
     SELECT kind, key, greatest(0, sum(amount)) FROM unnest($1::text[], $2::text[], $3::float8[]) AS t(kind, key, amount)
     GROUP BY kind, key ORDER BY kind, key
     ON CONFLICT (kind, key) DO UPDATE SET used = greatest(0, r.used + (
       SELECT sum(amount)::numeric FROM unnest($1::text[], $2::text[], $3::float8[]) AS t(kind, key, amount)
       WHERE t.kind = r.kind AND t.key = r.key))`,
    [taken.map(({ kind }) => kind), taken.map(({ key }) => key), taken.map(({ amount }) => amount)],
  );
}
