import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { listRejections } from "@/server/store/imports";
import { view } from "../verb";

const place = z.object({ line: z.number().int(), column: z.string().max(300) });

const input = z.object({
  id: rowId,
  /** the `next` of the page before */
  after: place.nullable().default(null),
  limit: z.number().int().min(1).max(5000).default(50),
});

/** The rows that an import refused: line, column, reason. `next` null: there are no more. */
export const importRejections = view({ needs: "import.read", input }, async ({ ctx, input }) => {
  const { id, after, limit } = input;
  const found = await listRejections(ctx.platform.database.prisma, { importId: id, after, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const last = rows.at(-1);
  const next = found.length > limit && last !== undefined ? { line: last.line, column: last.column } : null;
  return { rows, next };
});
