import { approveReview } from "@/server/services/review/approve";
import { assignReview } from "@/server/services/review/assign";
import { bulkApprove } from "@/server/services/review/bulk-approve";
import { checkReview } from "@/server/services/review/check";
import { commentReview } from "@/server/services/review/comment";
import { reviewCounts } from "@/server/services/review/counts";
import { editReview } from "@/server/services/review/edit";
import { expireOverdue } from "@/server/services/review/expire-overdue";
import { getReview } from "@/server/services/review/get";
import { reviewGroup } from "@/server/services/review/group";
import { listHeld } from "@/server/services/review/list";
import { reviewOverrides } from "@/server/services/review/overrides";
import { reviewPeople } from "@/server/services/review/people";
import { rejectReview } from "@/server/services/review/reject";
import { removeReviewComment } from "@/server/services/review/remove-comment";
import { undoReview } from "@/server/services/review/undo";
import { undoBatch } from "@/server/services/review/undo-batch";
import { mutation, query, router } from "../trpc";

export const reviewRouter = router({
  list: query(listHeld),
  get: query(getReview),
  counts: query(reviewCounts),
  group: query(reviewGroup),
  // changes nothing; a POST because a whole message does not fit an address
  check: mutation(checkReview),
  people: query(reviewPeople),
  overrides: query(reviewOverrides),
  approve: mutation(approveReview),
  edit: mutation(editReview),
  reject: mutation(rejectReview),
  undo: mutation(undoReview),
  undoBatch: mutation(undoBatch),
  bulkApprove: mutation(bulkApprove),
  comment: mutation(commentReview),
  removeComment: mutation(removeReviewComment),
  assign: mutation(assignReview),
  expireOverdue: mutation(expireOverdue),
});
