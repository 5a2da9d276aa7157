import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { reopenReviews, takeBack, unapproveCreatives } from "@/server/store/reviews";
import { verb } from "../verb";
import { existing, refuseMove, runsGoOn } from "./decidable";

/**
 * Takes a decision back while its grace period lasts: the item waits again, the unclaimed message leaves the outbox, and
 * words that only this decision had approved are unapproved.
 */
export const undoReview = verb(
  { action: "review.undo", needs: "review.decide", input: z.object({ id: rowId }) },
  async ({ tx, now, input: { id } }) => {
    await runsGoOn(tx.sql, [(await existing(tx.sql, id)).runId]);
    const before = await existing(tx.sql, id, true);
    refuseMove(before.state, "held");
    if ((await reopenReviews(tx.sql, [id], now)).length === 0) {
      throw new Refusal("CONFLICT", "id: the time to undo is over");
    }
    if (before.state === "approved") {
      if ((await takeBack(tx.sql, [id])).length === 0) {
        throw new Refusal("CONFLICT", "id: the message is on its way already");
      }
      const { decidedBy, decidedAt } = before;
      if (decidedBy !== null && decidedAt !== null) {
        await unapproveCreatives(tx.sql, [before.creativeId], { by: decidedBy, at: decidedAt });
      }
    }
    return {
      out: { id, state: "held" as const },
      entity: { type: "review", id: String(id) },
      before: { state: before.state, decidedBy: before.decidedBy, decidedAt: before.decidedAt },
      after: { state: "held" },
    };
  },
);
