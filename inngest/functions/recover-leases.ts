import { cron, type Inngest } from "inngest";
import type { CallAs } from "../call-as";

/** Settles messages whose sender died after the claim: nobody knows whether they left, so they become uncertain. */
export const recoverLeases = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    { id: "recover-leases", triggers: [cron("* * * * *")], concurrency: 1 },
    ({ step }) => step.run("recover", () => callAs("recover-leases").outbox.recoverLeases({})),
  );
