import type { Sql } from "./database";
import { listedPlaces, type Places } from "./listed-places";

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
  /** exactly; `system` is every part of the machine */
  actor: string | null;
  action: string | null;
  entityType: string | null;
  entityId: string | null;
  from: Date | null;
  to: Date | null;
};
export type AuditPlace = { block: number; n: number };

const MATCHES = `($1::text IS NULL OR actor = $1 OR ($1 = 'system' AND actor LIKE 'system:%')) AND ($2::text IS NULL OR action LIKE $2 || '%')
  AND ($3::text IS NULL OR entity_type = $3) AND ($4::text IS NULL OR entity_id = $4)
  AND ($5::timestamptz IS NULL OR at >= $5) AND ($6::timestamptz IS NULL OR at < $6)`;

const params = (filter: AuditFilter): unknown[] => [
  filter.actor,
  filter.action?.replaceAll(/[\\%_]/g, "\\$&") ?? null,
  filter.entityType,
  filter.entityId,
  filter.from,
  filter.to,
];

/** Audit entries, newest first; those older than `before`. */
export const listAuditEntries = (
  sql: Sql,
  filter: AuditFilter,
  { before, limit }: { before: AuditPlace | null; limit: number },
): Promise<AuditRow[]> =>
  sql.rows<AuditRow>(
    `SELECT block, n, at, actor, action, entity_type AS "entityType", entity_id AS "entityId", body FROM audit_entries
     WHERE ${MATCHES} AND ($7::bigint IS NULL OR (block, n) < ($7, $8::int))
     ORDER BY block DESC, n DESC LIMIT $9`,
    [...params(filter), before?.block ?? null, before?.n ?? null, limit],
  );

/** How many entries match, and where each page of `every` ends. */
export async function auditPlaces(
  sql: Sql,
  filter: AuditFilter,
  size: { every: number; most: number },
): Promise<Places<AuditPlace>> {
  const { places, ...counted } = await listedPlaces(
    sql,
    `SELECT block AS a, n AS b FROM audit_entries WHERE ${MATCHES} ORDER BY block DESC, n DESC`,
    params(filter),
    size,
  );
  return { ...counted, places: places.map(({ a, b }) => ({ block: a, n: b })) };
}

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
