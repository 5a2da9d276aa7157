import type { RunPlan } from "@/server/domain/run-plan";
import { place, saltOf } from "@/server/domain/split";
import { pass, type Reason, stop } from "@/server/domain/verdict";
import type { Case, Node } from "../node";
import type { Words } from "../ports";
import type { Safety } from "./safety";

/** Why a person looks first; empty: nobody needs to. */
export type Review = { why: readonly Reason[] };
type In = Case & { goal: RunPlan; message: Words; safety: Safety };

const NOBODY: Review = { why: [] };

/**
 * Whether a person looks before the message goes, by the campaign's autonomy. A guardrail's doubt always holds.
 *
 * observe: nothing leaves. review-all: everything is held. review-flagged: words that a model wrote and nobody has
 * approved are held too, and a person's words where the policy sets four eyes. autonomous: doubts only. A random share of what would pass is held as a sample, drawn by run.
 * Source: docs/decisions/013, 056.
 */
export const review: Node<"review", In, Review, void> = {
  name: "review",
  version: 2,
  async ask() {},
  decide({ customerId, goal, message, safety }) {
    const { autonomy, reviewSample } = goal.campaign;
    if (autonomy === "observe") return stop("skipped", { code: "review.observe" });
    const why: Reason[] = safety.raised.map(({ finding }) => finding.reason);
    const own: Reason[] = [];
    if (autonomy === "review-all") own.push({ code: "review.all" });
    else if (autonomy === "review-flagged" && isUnseen(message, goal))
      own.push({ code: "review.words-unapproved" });
    const isOpen = why.length + own.length === 0;
    if (isOpen && place(saltOf("review-sample", goal.runId), customerId) < reviewSample)
      own.push({ code: "review.sample" });
    return why.length + own.length === 0 ? pass(NOBODY) : pass({ why: [...why, ...own] }, own);
  },
};

function isUnseen({ creative: { writtenBy }, approved }: Words, { policy }: RunPlan): boolean {
  return !approved && (writtenBy === "model" || (writtenBy === "person" && policy.review.fourEyes));
}
