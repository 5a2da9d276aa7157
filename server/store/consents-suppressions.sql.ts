import type { Sql } from "./database";

export type SuppressionReason = "unsubscribed" | "hard-bounce" | "complaint" | "manual" | "imported";
type Entry = { reason: SuppressionReason; source: string };

/** Puts addresses, by their keyed hashes, on the list, known customers or not; answers the hashes that were not on it. */
export async function suppressAddresses(
  sql: Sql,
  now: Date,
  hashes: readonly Buffer[],
  { reason, source }: Entry,
): Promise<Uint8Array[]> {
  if (hashes.length === 0) return [];
  const made = await sql.rows<{ hash: Uint8Array }>(
    `INSERT INTO suppressions (kind, hash, customer_id, reason, at, source)
     SELECT DISTINCT 'email', q.hash, i.customer_id, $2, $3::timestamptz, $4 FROM unnest($1::bytea[]) AS q(hash)
     LEFT JOIN identities i ON i.kind = 'email' AND i.hash = q.hash
     ON CONFLICT DO NOTHING RETURNING hash`,
    [hashes, reason, now, source],
  );
  return made.map(({ hash }) => hash);
}

/**
 * Puts customers on the list, whatever address they may have later, and the addresses they have now, which stay on it
 * when the customer is forgotten. A customer's own hash is their number, big-endian. Answers who was not on it.
 */
export async function suppressCustomers(
  sql: Sql,
  now: Date,
  ids: readonly number[],
  { reason, source }: Entry,
): Promise<number[]> {
  if (ids.length === 0) return [];
  const unique = [...new Set(ids)].sort((a, b) => a - b);
  await sql.rows(
    `INSERT INTO suppressions (kind, hash, customer_id, reason, at, source)
     SELECT kind, hash, customer_id, $2, $3::timestamptz, $4 FROM identities
     WHERE customer_id = ANY($1::int[]) AND kind = 'email' ON CONFLICT DO NOTHING`,
    [unique, reason, now, source],
  );
  const made = await sql.rows<{ customer_id: number }>(
    `INSERT INTO suppressions (kind, hash, customer_id, reason, at, source)
     SELECT 'customer', int4send(id), id, $2, $3::timestamptz, $4 FROM unnest($1::int[]) AS q(id)
     ON CONFLICT DO NOTHING RETURNING customer_id`,
    [unique, reason, now, source],
  );
  return made.map((row) => row.customer_id);
}
