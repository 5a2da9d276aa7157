import { z } from "zod";
import { COPY_LIMITS, MAX_PARAGRAPHS } from "@/server/domain/copy/check-copy";

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
