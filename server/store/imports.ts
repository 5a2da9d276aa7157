import type { Prisma } from "@/generated/prisma/client";
import type { Mapping } from "@/server/domain/intake/columns";
import type { Database, Tx } from "./database";

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

type Row = Awaited<ReturnType<Database["prisma"]["import"]["findUniqueOrThrow"]>>;

// the columns hold what `insertImport` and the run wrote
const importOf = (row: Row): StoredImport => ({
  ...row,
  state: row.state as ImportState,
  mapping: row.mapping as Mapping,
  options: row.options as Record<string, unknown>,
  summary: row.summary as ImportSummary,
  bytes: Number(row.bytes),
  bytesRead: Number(row.bytesRead),
});

type Draft = Pick<
  StoredImport,
  "kind" | "fileName" | "mapping" | "options" | "dryRun" | "bytes" | "createdBy" | "createdAt"
>;

export async function insertImport(prisma: Pick<Tx["prisma"], "import">, draft: Draft): Promise<number> {
  const { options, mapping, ...rest } = draft;
  const json = { mapping: { ...mapping }, options: options as Prisma.InputJsonObject }; // parsed from JSON
  const { id } = await prisma.import.create({
    data: { ...rest, ...json, state: "uploaded" },
    select: { id: true },
  });
  return id;
}

export async function readImport(
  prisma: Pick<Tx["prisma"], "import">,
  id: number,
): Promise<StoredImport | null> {
  const row = await prisma.import.findUnique({ where: { id } });
  return row === null ? null : importOf(row);
}

/** Newest first; `before` is the last number of the page before. */
export async function listImports(
  prisma: Pick<Tx["prisma"], "import">,
  page: { kinds: readonly string[]; states: readonly string[]; before: number | null; limit: number },
): Promise<StoredImport[]> {
  const rows = await prisma.import.findMany({
    where: {
      ...(page.kinds.length > 0 ? { kind: { in: [...page.kinds] } } : {}),
      ...(page.states.length > 0 ? { state: { in: [...page.states] } } : {}),
      ...(page.before === null ? {} : { id: { lt: page.before } }),
    },
    orderBy: { id: "desc" },
    take: page.limit,
  });
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
