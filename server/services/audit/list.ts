import { z } from "zod";
import { auditPlaces, listAuditEntries } from "@/server/store/audit-read";
import { view } from "../verb";

const rowNumber = z.number().int().min(0).max(2_147_483_647);

const filter = z.object({
  actor: z.string().max(60).nullable().default(null),
  /** matches the beginning: `review.` finds every review action */
  action: z.string().max(60).nullable().default(null),
  entityType: z.string().max(40).nullable().default(null),
  entityId: z.string().max(60).nullable().default(null),
  from: z.date().nullable().default(null),
  to: z.date().nullable().default(null),
});

const input = z.object({
  ...filter.shape,
  /** `next` of the page before, or one of `places`; null: from the newest */
  before: z
    .object({ block: z.number().int().min(0), n: rowNumber })
    .nullable()
    .default(null),
  limit: z.number().int().min(1).max(200).default(50),
});

/** Audit entries, newest first. `next` is the place to go on from; null at the end. */
export const listAudit = view({ needs: "audit.read", input }, async ({ ctx, input }) => {
  const { before, limit, ...matching } = input;
  const rows = await listAuditEntries(ctx.platform.database.sql, matching, { before, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > page.length && last !== undefined ? { block: last.block, n: last.n } : null;
  return { entries: page, next };
});

/** Longer lists are counted up to here. */
const MOST = 100_000;

const placesInput = z.object({
  ...filter.shape,
  every: z.number().int().min(10).max(200).default(100),
});

/** How many entries match (`more`: at least so many), and the place where each whole page ends, for `before`. */
export const listAuditPlaces = view(
  { needs: "audit.read", input: placesInput },
  ({ ctx, input: { every, ...matching } }) =>
    auditPlaces(ctx.platform.database.sql, matching, { every, most: MOST }),
);
