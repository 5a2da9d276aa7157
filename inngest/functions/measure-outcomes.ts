import { cron, type Inngest } from "inngest";
import type { CallAs } from "../call-as";

/** Joins new orders to the touches that they followed and rolls up the days that changed. */
export const measureOutcomes = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    { id: "measure-outcomes", triggers: [cron("*/10 * * * *")], concurrency: 1 },
    async ({ step }) => {
      const call = callAs("measure-outcomes");
      const { days, ...joined } = await step.run("join-outcomes", () => call.measure.joinOutcomes({}));
      const { rows } = await step.run("roll-up", () => call.measure.rollUp({ days }));
      return { ...joined, days: days.length, rows };
    },
  );
