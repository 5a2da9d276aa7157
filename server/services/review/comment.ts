import { z } from "zod";
import { nameOf } from "@/server/context";
import { rowId } from "@/server/domain/row-id";
import { addComment } from "@/server/store/review-comments";
import { verb } from "../verb";
import { existing } from "./decidable";

const input = z.object({
  id: rowId,
  body: z.string().trim().min(1, "write something first").max(2_000, "keep a comment below 2,000 characters"),
});

/**
 * Says something about a message, for colleagues. It changes nothing about the message, decided or not. As the words may
 * name a person, the audit has that something was said, and not what.
 */
export const commentReview = verb(
  { action: "review.comment", needs: "review.read", input },
  async ({ tx, actor, now, input: { id, body } }) => {
    await existing(tx.sql, id);
    const commentId = await addComment(tx.sql, { reviewId: id, author: nameOf(actor), at: now, body });
    return {
      out: { id: commentId },
      entity: { type: "review", id: String(id) },
      before: null,
      after: { commentId, characters: body.length },
    };
  },
);
