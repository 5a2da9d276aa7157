import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { listReviews } from "@/server/store/reviews-list";
import { withNames } from "../customer/with-names";
import { view } from "../verb";

const input = z.object({
  tab: z.enum(["held", "mine", "flagged", "decided"]).default("held"),
  /** of what waits; what is decided comes newest first */
  sort: z.enum(["risk", "due"]).default("risk"),
  reasons: z.array(z.string().max(60)).max(20).default([]),
  campaignId: rowId.nullable().default(null),
  customerId: rowId.nullable().default(null),
  /** the `next` of the page before */
  after: z.object({ id: rowId, risk: z.number(), at: z.date() }).nullable().default(null),
  limit: z.number().int().min(1).max(200).default(50),
});

/** A page of the queue. `next` is where to go on; null at the end. */
export const listHeld = view({ needs: "review.read", input }, async ({ ctx, input }) => {
  const { actor, platform } = ctx;
  const userId = actor.kind === "user" ? actor.id : null;
  const found = await listReviews(platform.database.sql, { ...input, userId, limit: input.limit + 1 });
  const page = found.slice(0, input.limit);
  const last = found.length > page.length ? page.at(-1) : undefined;
  return {
    rows: await withNames(ctx, page),
    next: last === undefined ? null : { id: last.id, risk: last.risk, at: last.decidedAt ?? last.dueAt },
  };
});
