import type { Sql } from "./database";
import type { IdentityKind } from "./vault";

/** An identifier of an event. `key` is equal for equal identifiers, and unique among all kinds. */
export type Identifier = { key: string; kind: IdentityKind; hash: Buffer };

type Row = { n: number; customerId: number; createdMs: number };

export type KnownOwner = { customerId: number; createdMs: number };

/** Whose these identifiers are, by their key; unknown ones are absent. One index look-up each. */
export async function ownersOf(
  sql: Sql,
  identifiers: readonly Identifier[],
): Promise<Map<string, KnownOwner>> {
  if (identifiers.length === 0) return new Map();
  const rows = await sql.rows<Row>(
    `SELECT q.n::int AS n, c.id AS "customerId", date_part('epoch', c.created_at) * 1000 AS "createdMs"
     FROM unnest($1::text[], $2::bytea[]) WITH ORDINALITY AS q(kind, hash, n)
     JOIN identities i USING (kind, hash) JOIN customers c ON c.id = i.customer_id`,
    [identifiers.map(({ kind }) => kind), identifiers.map(({ hash }) => hash)],
  );
  const owners = new Map<string, KnownOwner>();
  for (const { n, ...owner } of rows) {
    const identifier = identifiers[n - 1];
    if (identifier !== undefined) owners.set(identifier.key, owner);
  }
  return owners;
}

/** Which of these customers have a number of the company's own. */
export async function namedCustomers(sql: Sql, ids: readonly number[]): Promise<ReadonlySet<number>> {
  if (ids.length === 0) return new Set();
  const rows = await sql.rows<{ id: number }>(
    "SELECT DISTINCT customer_id AS id FROM identities WHERE customer_id = ANY($1::int[]) AND kind = 'user'",
    [ids],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Makes customers of whom nothing is known but when they were first seen. */
export async function insertVisitors(
  sql: Sql,
  visitors: readonly { customerId: number; seenMs: number }[],
): Promise<void> {
  if (visitors.length === 0) return;
  await sql.rows(
    `INSERT INTO customers (id, created_at)
     SELECT id, to_timestamp(seen / 1000.0) FROM unnest($1::int[], $2::float8[]) AS q(id, seen)`,
    [visitors.map(({ customerId }) => customerId), visitors.map(({ seenMs }) => seenMs)],
  );
}

/** Moves the first sight of customers back to an earlier event. */
export async function seenEarlier(sql: Sql, firsts: ReadonlyMap<number, number>): Promise<void> {
  if (firsts.size === 0) return;
  const sorted = [...firsts].sort(([a], [b]) => a - b);
  await sql.rows(
    `UPDATE customers c SET created_at = to_timestamp(q.seen / 1000.0)
     FROM unnest($1::int[], $2::float8[]) AS q(id, seen)
     WHERE c.id = q.id AND c.created_at > to_timestamp(q.seen / 1000.0)`,
    [sorted.map(([id]) => id), sorted.map(([, seen]) => seen)],
  );
}
