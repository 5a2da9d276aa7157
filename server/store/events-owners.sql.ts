import type { Sql } from "./database";
import type { IdentityKind } from "./vault";

/** An identifier of an event. `key` is equal for equal identifiers, and unique among all kinds. */
export type Identifier = { key: string; kind: IdentityKind; hash: Buffer };

export type KnownOwner = { customerId: number; createdMs: number };

type Row = KnownOwner & { n: number };

const KINDS: readonly IdentityKind[] = ["user", "anonymous", "email", "phone"];
const HASH_BYTES = 16;

/**
 * Whose these identifiers are, by their key; unknown ones are absent. One index look-up each: the hashes go over in one
 * piece, since an array of them costs more than the look-up.
 */
export async function ownersOf(
  sql: Sql,
  identifiers: readonly Identifier[],
): Promise<Map<string, KnownOwner>> {
  const owners = new Map<string, KnownOwner>();
  if (identifiers.length === 0) return owners;
  const rows = await sql.rows<Row>(
    `SELECT n, c.id AS "customerId", date_part('epoch', c.created_at) * 1000 AS "createdMs"
     FROM generate_series(0, $4::int - 1) AS n
     JOIN identities i ON i.hash = substring($2::bytea FROM n * ${HASH_BYTES} + 1 FOR ${HASH_BYTES})
       AND i.kind = ($3::text[])[1 + get_byte($1::bytea, n)]
     JOIN customers c ON c.id = i.customer_id`,
    [
      Buffer.from(identifiers.map(({ kind }) => KINDS.indexOf(kind))),
      Buffer.concat(identifiers.map(({ hash }) => hash)),
      KINDS,
      identifiers.length,
    ],
  );
  for (const row of rows) {
    const identifier = identifiers[row.n];
    if (identifier !== undefined) owners.set(identifier.key, row);
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
