import { cron, type Inngest } from "inngest";
import type { CallAs } from "../call-as";
import { importRequested, runRequested } from "../events";

/** Asks again for runs and imports that are not finished: the event of one may have been lost with the process that sent it. */
export const sweepRuns = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    { id: "sweep-runs", triggers: [cron("*/5 * * * *")], concurrency: 1 },
    async ({ step }) => {
      const { runIds, importIds } = await step.run("find", () => callAs("sweep-runs").upkeep.unfinished({}));
      const events = [
        ...runIds.map((runId) => runRequested.create({ runId })),
        ...importIds.map((importId) => importRequested.create({ importId })),
      ];
      if (events.length > 0) await step.sendEvent("ask-again", events);
      return { runs: runIds.length, imports: importIds.length };
    },
  );
