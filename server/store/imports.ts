import type { Mapping } from "@/server/domain/intake/columns";
import type { Sql, Tx } from "./database";

export const IMPORT_STATES = ["uploaded", "running", "done", "failed", "cancelled"] as const;
export type ImportState = (typeof IMPORT_STATES)[number];

/** Counts of an import: what it made, and the rows refused per reason. */
export type ImportSummary = { counts?: Record<string, number>; reasons?: Record<string, number> };

export type StoredImport = {
  id: number;
  kind: string;
  fileName: string;
  mapping: Mapping;
  /** the options of the import, and `upload`: the name under which the file lies */
  options: Record<string, unknown>;
  dryRun: boolean;
  state: ImportState;
  bytes: number;
  bytesRead: number;
  rows: number;
  accepted: number;
  rejected: number;
  createdBy: string;
  createdAt: Date;
  startedAt: Date | null;
  finishedAt: Date | null;
  error: string | null;
  summary: ImportSummary;
};

type Row = Omit<StoredImport, "bytes" | "bytesRead"> & {
  bytes: number | bigint;
  bytesRead: number | bigint;
};

// the transaction's driver gives int8 as bigint, the pool's as number
const importOf = (row: Row): StoredImport => ({
  ...row,
  bytes: Number(row.bytes),
  bytesRead: Number(row.bytesRead),
});

const COLUMNS = `id, kind, file_name AS "fileName", mapping, options, dry_run AS "dryRun", state, bytes,
  bytes_read AS "bytesRead", rows, accepted, rejected, created_by AS "createdBy", created_at AS "createdAt",
  started_at AS "startedAt", finished_at AS "finishedAt", error, summary`;

type Draft = Pick<
  StoredImport,
  "kind" | "fileName" | "mapping" | "options" | "dryRun" | "bytes" | "createdBy" | "createdAt"
>;

export async function insertImport(sql: Sql, draft: Draft): Promise<number> {
  const [row] = await sql.rows<{ id: number }>(
    `INSERT INTO imports (kind, file_name, mapping, options, dry_run, state, bytes, created_by, created_at)
     VALUES ($1, $2, $3::jsonb, $4::jsonb, $5, 'uploaded', $6, $7, $8) RETURNING id`,
    [
      draft.kind,
      draft.fileName,
      JSON.stringify(draft.mapping),
      JSON.stringify(draft.options),
      draft.dryRun,
      draft.bytes,
      draft.createdBy,
      draft.createdAt,
    ],
  );
  if (row === undefined) throw new Error("the import was not stored");
  return row.id;
}

export async function readImport(sql: Sql, id: number): Promise<StoredImport | null> {
  const [row] = await sql.rows<Row>(`SELECT ${COLUMNS} FROM imports WHERE id = $1`, [id]);
  return row === undefined ? null : importOf(row);
}

/** Newest first; `before` is the last number of the page before. */
export async function listImports(
  sql: Sql,
  page: { kinds: readonly string[]; states: readonly string[]; before: number | null; limit: number },
): Promise<StoredImport[]> {
  const rows = await sql.rows<Row>(
    `SELECT ${COLUMNS} FROM imports
     WHERE (cardinality($1::text[]) = 0 OR kind = ANY($1)) AND (cardinality($2::text[]) = 0 OR state = ANY($2))
       AND ($3::int IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    [page.kinds, page.states, page.before, page.limit],
  );
  return rows.map(importOf);
}

/** Moves an import from one of some states to another; false where it is in none of them. */
export async function moveImport(
  prisma: Pick<Tx["prisma"], "import">,
  id: number,
  from: readonly ImportState[],
  to: { state: ImportState; startedAt?: Date; finishedAt?: Date; error?: string },
): Promise<boolean> {
  const { count } = await prisma.import.updateMany({ where: { id, state: { in: [...from] } }, data: to });
  return count === 1;
}

export type Rejection = { line: number; column: string; reason: string };

/** The rejected rows of an import after a place (line, column), in the order of the file. */
export async function listRejections(
  prisma: Pick<Tx["prisma"], "importRejection">,
  page: { importId: number; after: { line: number; column: string } | null; limit: number },
): Promise<Rejection[]> {
  const { importId, after, limit } = page;
  return prisma.importRejection.findMany({
    where: {
      importId,
      ...(after === null
        ? {}
        : { OR: [{ line: { gt: after.line } }, { line: after.line, column: { gt: after.column } }] }),
    },
    select: { line: true, column: true, reason: true },
    orderBy: [{ line: "asc" }, { column: "asc" }],
    take: limit,
  });
}
