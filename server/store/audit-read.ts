import type { Sql } from "./database";

export type AuditRow = {
  block: number;
  n: number;
  at: Date;
  actor: string;
  action: string;
  entityType: string;
  entityId: string;
  body: string;
};

export type AuditFilter = {
  actor: string | null;
  action: string | null;
  entityType: string | null;
  entityId: string | null;
  from: Date | null;
  to: Date | null;
  /** entries older than this one */
  before: { block: number; n: number } | null;
  limit: number;
};

/** Audit entries, newest first. */
export const listAuditEntries = (sql: Sql, filter: AuditFilter): Promise<AuditRow[]> =>
  sql.rows<AuditRow>(
    `SELECT block, n, at, actor, action, entity_type AS "entityType", entity_id AS "entityId", body FROM audit_entries
     WHERE ($1::text IS NULL OR actor = $1) AND ($2::text IS NULL OR action LIKE $2 || '%')
       AND ($3::text IS NULL OR entity_type = $3) AND ($4::text IS NULL OR entity_id = $4)
       AND ($5::timestamptz IS NULL OR at >= $5) AND ($6::timestamptz IS NULL OR at < $6)
       AND ($7::bigint IS NULL OR (block, n) < ($7, $8::int))
     ORDER BY block DESC, n DESC LIMIT $9`,
    [
      filter.actor,
      filter.action?.replaceAll(/[\\%_]/g, "\\$&") ?? null,
      filter.entityType,
      filter.entityId,
      filter.from,
      filter.to,
      filter.before?.block ?? null,
      filter.before?.n ?? null,
      filter.limit,
    ],
  );

export type BlockRow = {
  seq: number;
  at: Date;
  kind: "entries" | "decisions";
  runId: number | null;
  chunk: number | null;
  leaves: number;
  hash: string;
};

/** Blocks of the chain, newest first. */
export const listAuditBlocks = (sql: Sql, before: number | null, limit: number): Promise<BlockRow[]> =>
  sql.rows<BlockRow>(
    `SELECT seq, at, kind, run_id AS "runId", chunk, leaves, encode(hash, 'hex') AS hash FROM audit_blocks
     WHERE $1::bigint IS NULL OR seq < $1 ORDER BY seq DESC LIMIT $2`,
    [before, limit],
  );
