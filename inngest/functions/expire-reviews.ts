import { cron, type Inngest } from "inngest";
import type { CallAs } from "../call-as";

/** Closes held messages that nobody decided in time: they are not sent. */
export const expireReviews = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    { id: "expire-reviews", triggers: [cron("*/5 * * * *")], concurrency: 1 },
    ({ step }) => step.run("expire", () => callAs("expire-reviews").review.expireOverdue({})),
  );
