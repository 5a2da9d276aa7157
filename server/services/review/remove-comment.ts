import { z } from "zod";
import { nameOf } from "@/server/context";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { lockComment, removeComment } from "@/server/store/review-comments";
import { verb } from "../verb";

/** Takes back what one said oneself: the words are gone for good, that something was said stays. */
export const removeReviewComment = verb(
  { action: "review.remove-comment", needs: "review.read", input: z.object({ commentId: rowId }) },
  async ({ tx, actor, now, input: { commentId } }) => {
    const comment = await lockComment(tx.sql, commentId);
    if (comment === null) throw new Refusal("NOT_FOUND", `commentId: there is no comment ${commentId}`);
    if (comment.author !== nameOf(actor))
      throw new Refusal("FORBIDDEN", "commentId: only its author may remove a comment");
    if (comment.removedAt !== null)
      throw new Refusal("CONFLICT", "commentId: the comment is removed already");
    await removeComment(tx.sql, commentId, now);
    return {
      out: { id: commentId },
      entity: { type: "review", id: String(comment.reviewId) },
      before: { commentId, characters: comment.characters },
      after: { commentId, removed: true },
    };
  },
);
