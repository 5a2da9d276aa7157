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

/** What of a customer goes on the list. */
type Extent = {
  /** the addresses that they have now; these stay on it when the customer is forgotten */
  addresses: readonly ("email" | "phone")[];
  /** their number, which holds whatever address they may have later: always, or only where no address is known */
  number: "always" | "without-address";
};

/** Puts customers on the list; answers what was not on it, by kind and customer. A customer's own hash is their number, big-endian. */
export async function suppressCustomers(
  sql: Sql,
  now: Date,
  ids: readonly number[],
  { addresses, number }: Extent,
  { reason, source }: Entry,
): Promise<{ kind: "email" | "phone" | "customer"; customerId: number }[]> {
  if (ids.length === 0) return [];
  return sql.rows(
    `WITH known AS (
       SELECT kind, hash, customer_id FROM identities WHERE customer_id = ANY($1::int[]) AND kind = ANY($2::text[])
     )
     INSERT INTO suppressions (kind, hash, customer_id, reason, at, source)
     SELECT kind, hash, customer_id, $4, $5::timestamptz, $6 FROM (
       SELECT kind, hash, customer_id FROM known
       UNION SELECT 'customer', int4send(id), id FROM unnest($1::int[]) AS id
       WHERE $3 OR NOT EXISTS (SELECT FROM known WHERE customer_id = id)
     ) listed ORDER BY kind, hash
     ON CONFLICT (kind, hash) DO NOTHING RETURNING kind, customer_id AS "customerId"`,
    [ids, addresses, number === "always", reason, now, source],
  );
}
