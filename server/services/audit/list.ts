import { z } from "zod";
import { listAuditEntries } from "@/server/store/audit-read";
import { view } from "../verb";

const rowNumber = z.number().int().min(0).max(2_147_483_647);

const input = z.object({
  actor: z.string().max(60).nullable().default(null),
  /** matches the beginning: `review.` finds every review action */
  action: z.string().max(60).nullable().default(null),
  entityType: z.string().max(40).nullable().default(null),
  entityId: z.string().max(60).nullable().default(null),
  from: z.date().nullable().default(null),
  to: z.date().nullable().default(null),
  before: z
    .object({ block: z.number().int().min(0), n: rowNumber })
    .nullable()
    .default(null),
  limit: z.number().int().min(1).max(200).default(50),
});

/** Audit entries, newest first. `next` is the place to go on from; null at the end. */
export const listAudit = view({ needs: "audit.read", input }, async ({ ctx, input: filter }) => {
  const rows = await listAuditEntries(ctx.platform.database.sql, { ...filter, limit: filter.limit + 1 });
  const page = rows.slice(0, filter.limit);
  const last = page.at(-1);
  const next = rows.length > page.length && last !== undefined ? { block: last.block, n: last.n } : null;
  return { entries: page, next };
});
