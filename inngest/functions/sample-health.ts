import { cron, type Inngest } from "inngest";
import type { CallAs } from "../call-as";

/** Asks each minute whether the console answers. A minute that is missed is not asked for later: nobody could answer it. */
export const sampleHealth = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    { id: "sample-health", triggers: [cron("* * * * *")], concurrency: 1, retries: 0 },
    ({ step }) => step.run("sample", () => callAs("sample-health").upkeep.sampleHealth({})),
  );
