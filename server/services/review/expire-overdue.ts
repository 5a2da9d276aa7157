import { z } from "zod";
import { nameOf } from "@/server/context";
import { appendEntries } from "@/server/store/audit";
import { expireReviews } from "@/server/store/reviews";
import { job } from "../verb";

const BATCH = 500;
const MOST_BATCHES = 40;

/** Closes what nobody decided in time: it is not sent. Answers how many, and whether more may wait. */
export const expireOverdue = job({ input: z.object({}).default({}) }, async ({ ctx, now }) => {
  const actor = nameOf(ctx.actor);
  let expired = 0;
  for (let batch = 0; batch < MOST_BATCHES; batch++) {
    const closed = await ctx.platform.database.transaction(async (tx) => {
      const items = await expireReviews(tx, now, BATCH);
      await appendEntries(
        tx.sql,
        now,
        items.map(({ id, reasons }) => ({
          actor,
          action: "review.expire",
          entity: { type: "review", id: String(id) },
          data: { before: { state: "held", reasons }, after: { state: "expired" } },
        })),
      );
      return items.length;
    });
    expired += closed;
    if (closed < BATCH) return { expired, isDone: true };
  }
  return { expired, isDone: false };
});
