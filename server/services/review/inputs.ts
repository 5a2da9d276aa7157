import { z } from "zod";
import { COPY_LIMITS, MAX_PARAGRAPHS } from "@/server/domain/copy/check-copy";

/** A creativeHash as the console shows it: what a decision is bound to. */
export const contentHash = z.string().regex(/^[0-9a-f]{64}$/, "send the 64 hex digits that were shown");

/** From shown to decided, as the browser measured it; an hour at most, so that a forgotten tab teaches nothing. */
export const decisionMs = z
  .number()
  .int()
  .min(0)
  .transform((ms) => Math.min(ms, 3_600_000))
  .nullable()
  .default(null);

export const note = z.string().trim().max(500, "keep the note below 500 characters").default("");

// four times what will be allowed: what is too long is a problem to show, not a refusal of the request
const words = (limit: number) => z.string().max(limit * 4);

/** The words of a message before layout. What they may say is checked afterwards. */
export const editedCopy = z.object({
  subject: words(COPY_LIMITS.subject),
  preheader: words(COPY_LIMITS.preheader),
  heading: words(COPY_LIMITS.heading),
  paragraphs: z.array(words(COPY_LIMITS.paragraph)).min(1).max(MAX_PARAGRAPHS),
  callToAction: words(COPY_LIMITS.callToAction),
});
