import type { Inngest } from "inngest";
import type { CallAs } from "../call-as";
import { contentRequested } from "../events";

/** Campaigns written for at the same time: a model is slow, and runs wait for the same one. */
const AT_ONCE = 2;

/** Writes a campaign's pieces before its first run. Writing the same piece twice leaves it once. */
export const writeContent = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    { id: "write-content", triggers: [contentRequested], concurrency: AT_ONCE },
    ({ event, step }) => step.run("write", () => callAs("write-content").campaign.writeContent(event.data)),
  );
