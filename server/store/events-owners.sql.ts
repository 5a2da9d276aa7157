import type { Sql } from "./database";
import type { IdentityKind } from "./vault";

/** An identifier of an event. `key` is equal for equal identifiers, and unique among all kinds; `hash` is in latin1. */
export type Identifier = { key: string; kind: IdentityKind; hash: string };

const KINDS: readonly IdentityKind[] = ["user", "anonymous", "email", "phone"];
const HASH_BYTES = 16;

/**
 * Whose these identifiers are, by their key; unknown ones are absent. They go over in one piece and come back in one,
 * since arrays and rows of them cost more than the look-up. A scalar subquery looks each up in the index: a join would
 * read the whole table until it is far larger than the batch.
 */
export async function ownersOf(sql: Sql, identifiers: readonly Identifier[]): Promise<Map<string, number>> {
  const owners = new Map<string, number>();
  if (identifiers.length === 0) return owners;
  const [row] = await sql.rows<{ ids: string }>(
    `SELECT string_agg(coalesce((
         SELECT customer_id FROM identities
         WHERE kind = ($3::text[])[1 + get_byte($1::bytea, n)]
           AND hash = substring($2::bytea FROM n * ${HASH_BYTES} + 1 FOR ${HASH_BYTES})
       ), 0)::text, ',' ORDER BY n) AS ids
     FROM generate_series(0, $4::int - 1) AS n`,
    [
      Buffer.from(identifiers.map(({ kind }) => KINDS.indexOf(kind))),
      Buffer.from(identifiers.map(({ hash }) => hash).join(""), "latin1"),
      KINDS,
      identifiers.length,
    ],
  );
  for (const [n, id] of (row?.ids ?? "").split(",").entries()) {
    const identifier = identifiers[n];
    if (identifier !== undefined && id !== "0") owners.set(identifier.key, Number(id));
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

/** Those of these customers that turned out to be others, with the others. */
export async function movedCustomers(sql: Sql, ids: readonly number[]): Promise<ReadonlyMap<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await sql.rows<{ id: number; into: number }>(
    `SELECT id, merged_into AS into FROM customers WHERE id = ANY($1::int[]) AND merged_into IS NOT NULL`,
    [`{${ids.join()}}`],
  );
  return new Map(rows.map(({ id, into }) => [id, into]));
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
