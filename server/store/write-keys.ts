import type { Sql } from "./database";

/** A key by which a source sends events. The key itself is not kept. */
export type WriteKeyRow = {
  id: number;
  name: string;
  /** how the key begins, to tell keys apart */
  prefix: string;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

const COLUMNS = `id, name, prefix, created_at AS "createdAt", last_used_at AS "lastUsedAt", revoked_at AS "revokedAt"`;

/** The number of a key in force, by its SHA-256; null for one that is unknown or revoked. */
export async function findWriteKey(sql: Sql, hash: Buffer): Promise<number | null> {
  const [row] = await sql.rows<{ id: number }>(
    "SELECT id FROM write_keys WHERE hash = $1 AND revoked_at IS NULL",
    [hash],
  );
  return row?.id ?? null;
}

export async function noteWriteKeyUse(sql: Sql, id: number, at: Date): Promise<void> {
  await sql.rows("UPDATE write_keys SET last_used_at = greatest(last_used_at, $2) WHERE id = $1", [id, at]);
}

/** All keys, those in force first, the newest first. */
export const listWriteKeys = (sql: Sql): Promise<WriteKeyRow[]> =>
  sql.rows<WriteKeyRow>(
    `SELECT ${COLUMNS} FROM write_keys ORDER BY revoked_at IS NOT NULL, created_at DESC, id DESC LIMIT 500`,
  );

export async function insertWriteKey(
  sql: Sql,
  key: { name: string; hash: Buffer; prefix: string; at: Date },
): Promise<WriteKeyRow> {
  const [row] = await sql.rows<WriteKeyRow>(
    `INSERT INTO write_keys (name, hash, prefix, created_at) VALUES ($1, $2, $3, $4) RETURNING ${COLUMNS}`,
    [key.name, key.hash, key.prefix, key.at],
  );
  if (row === undefined) throw new Error("an insert gave no row");
  return row;
}

/** Locks a key's row for the rest of the transaction; null for an unknown number. */
export async function lockWriteKey(sql: Sql, id: number): Promise<WriteKeyRow | null> {
  const [row] = await sql.rows<WriteKeyRow>(`SELECT ${COLUMNS} FROM write_keys WHERE id = $1 FOR UPDATE`, [
    id,
  ]);
  return row ?? null;
}

export async function saveRevoked(sql: Sql, id: number, at: Date): Promise<void> {
  await sql.rows("UPDATE write_keys SET revoked_at = $2 WHERE id = $1", [id, at]);
}
