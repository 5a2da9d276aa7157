import { IdentityRace } from "./customers-race";
import type { Sql } from "./database";
import type { IdentityKind } from "./vault";

export type IdentityRow = { kind: IdentityKind; hash: Buffer; customerId: number };

const columns = (rows: readonly IdentityRow[]) => [
  rows.map(({ kind }) => kind),
  rows.map(({ hash }) => hash),
  rows.map(({ customerId }) => customerId),
];

/** Numbers for customers to be made. */
export async function newCustomerIds(sql: Sql, count: number): Promise<number[]> {
  if (count === 0) return [];
  const rows = await sql.rows<{ id: number }>(
    "SELECT nextval('customers_id_seq')::int AS id FROM generate_series(1, $1)",
    [count],
  );
  return rows.map(({ id }) => id);
}

/**
 * Gives identifiers to customers. A user number or an address that somebody else got in the meantime is a race, and
 * throws; a phone number may be a family's, and stays with whom it was given to first.
 */
export async function claimIdentities(sql: Sql, rows: readonly IdentityRow[]): Promise<void> {
  if (rows.length === 0) return;
  // in the order of the key, so that two transactions wait for each other in one direction only
  const lost = await sql.rows<{ kind: string }>(
    `WITH asked AS (
       SELECT DISTINCT ON (kind, hash) * FROM unnest($1::text[], $2::bytea[], $3::int[]) AS q(kind, hash, customer_id)
     ), made AS (
       INSERT INTO identities (kind, hash, customer_id) SELECT kind, hash, customer_id FROM asked ORDER BY kind, hash
       ON CONFLICT DO NOTHING RETURNING kind, hash
     )
     SELECT a.kind FROM asked a LEFT JOIN made m USING (kind, hash)
     LEFT JOIN identities i ON i.kind = a.kind AND i.hash = a.hash
     WHERE m.kind IS NULL AND a.kind <> 'phone' AND i.customer_id IS DISTINCT FROM a.customer_id`,
    columns(rows),
  );
  if (lost.length > 0) throw new IdentityRace(`${lost.length} identifiers were taken meanwhile`);
}

/** Frees identifiers that these customers no longer go by. */
export async function dropIdentities(sql: Sql, rows: readonly IdentityRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql.rows(
    `DELETE FROM identities i USING unnest($1::text[], $2::bytea[], $3::int[]) AS q(kind, hash, customer_id)
     WHERE i.kind = q.kind AND i.hash = q.hash AND i.customer_id = q.customer_id`,
    columns(rows),
  );
}

/** An address on the suppression list gets its customer when one turns up: imported lists may come before their people. */
export async function adoptSuppressions(sql: Sql, rows: readonly IdentityRow[]): Promise<void> {
  const addresses = rows.filter(({ kind }) => kind !== "user");
  if (addresses.length === 0) return;
  await sql.rows(
    `UPDATE suppressions s SET customer_id = q.customer_id
     FROM unnest($1::text[], $2::bytea[], $3::int[]) AS q(kind, hash, customer_id)
     WHERE s.kind = q.kind AND s.hash = q.hash AND s.customer_id IS NULL`,
    columns(addresses),
  );
}
