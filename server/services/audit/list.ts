import { z } from "zod";
import { auditPlaces, listAuditEntries } from "@/server/store/audit-read";
import { authorNames } from "@/server/store/setting-versions";
import { view } from "../verb";

const rowNumber = z.number().int().min(0).max(2_147_483_647);

const filter = z.object({
  /** `user:7`, or `system` for every part of the machine */
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

/** Audit entries, newest first. `actorName` is a person's; null for others and for who has no account any more. `next` is the place to go on from; null at the end. */
export const listAudit = view({ needs: "audit.read", input }, async ({ ctx, input }) => {
  const { before, limit, ...matching } = input;
  const { sql } = ctx.platform.database;
  const rows = await listAuditEntries(sql, matching, { before, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = rows.length > page.length && last !== undefined ? { block: last.block, n: last.n } : null;
  const names = await authorNames(sql, [...new Set(page.map(({ actor }) => actor))]);
  return { entries: page.map((entry) => ({ ...entry, actorName: names.get(entry.actor) ?? null })), next };
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
