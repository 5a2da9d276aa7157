import type { Sql } from "./database";
import type { IdentityKind, Vault } from "./vault";

/** An identifier that names a customer. */
export type Key = { kind: IdentityKind; value: string };

/** An identifier as text, to look answers up by: equal for equal hashes. */
export const keyOf = (kind: string, hash: Uint8Array): string =>
  `${kind}:${Buffer.from(hash).toString("hex")}`;

type Found = { kind: IdentityKind; hash: Uint8Array; customer_id: number };

/**
 * The customers behind hashes, by `keyOf(kind, hash)`; unknown ones are absent. A customer that turned out to be
 * another answers as that other.
 */
export async function customersByHash(
  sql: Sql,
  hashes: readonly { kind: IdentityKind; hash: Buffer }[],
): Promise<Map<string, number>> {
  if (hashes.length === 0) return new Map();
  const rows = await sql.rows<Found>(
    `WITH RECURSIVE asked AS (
       SELECT kind, hash, customer_id FROM identities
       JOIN unnest($1::text[], $2::bytea[]) AS q(kind, hash) USING (kind, hash)
     ), followed AS (
       SELECT a.kind, a.hash, c.id, c.merged_into, 0 AS steps FROM asked a JOIN customers c ON c.id = a.customer_id
       UNION ALL
       SELECT f.kind, f.hash, c.id, c.merged_into, f.steps + 1
       FROM followed f JOIN customers c ON c.id = f.merged_into WHERE f.steps < 20
     )
     SELECT kind, hash, id AS customer_id FROM followed WHERE merged_into IS NULL`,
    [hashes.map(({ kind }) => kind), hashes.map(({ hash }) => hash)],
  );
  return new Map(rows.map((row) => [keyOf(row.kind, row.hash), row.customer_id]));
}

/** The customers behind identifiers of one kind, by the identifier as it was given; unknown ones are absent. */
export async function customerIdsOf(
  sql: Sql,
  vault: Vault,
  kind: IdentityKind,
  values: readonly string[],
): Promise<Map<string, number>> {
  const asked = [...new Set(values)].map((value) => ({ value, kind, hash: vault.identityHash(kind, value) }));
  const found = await customersByHash(sql, asked);
  const ids = new Map<string, number>();
  for (const { value, hash } of asked) {
    const id = found.get(keyOf(kind, hash));
    if (id !== undefined) ids.set(value, id);
  }
  return ids;
}

/**
 * Holds off merges until the end of the transaction ("shared"), or everybody who relies on them ("merging"). Rows that
 * are attributed to a customer while it is merged into another would stay behind.
 */
export async function holdIdentities(sql: Sql, mode: "shared" | "merging"): Promise<void> {
  const lock = mode === "shared" ? "pg_advisory_xact_lock_shared" : "pg_advisory_xact_lock";
  await sql.rows(`SELECT ${lock}(7468020)::text`);
}
