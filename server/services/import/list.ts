import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { IMPORT_STATES, listImports, type StoredImport } from "@/server/store/imports";
import { view } from "../verb";
import { IMPORT_KINDS } from "./kinds";

const input = z.object({
  kinds: z.array(z.enum(IMPORT_KINDS)).default([]),
  states: z.array(z.enum(IMPORT_STATES)).default([]),
  /** the `next` of the page before */
  before: rowId.nullable().default(null),
  limit: z.number().int().min(1).max(100).default(25),
});

/** Imports, newest first. `next` null: there are no more. */
export const listImportsPage = view({ needs: "import.read", input }, async ({ ctx, input }) => {
  const found = await listImports(ctx.platform.database.sql, { ...input, limit: input.limit + 1 });
  const rows = found.slice(0, input.limit).map(shownImport);
  return { rows, next: found.length > input.limit ? (rows.at(-1)?.id ?? null) : null };
});

/** An import as people see it: without the name under which its file lies. */
export function shownImport({ options, ...rest }: StoredImport) {
  const { upload: _, ...shown } = options;
  return { ...rest, options: shown };
}
