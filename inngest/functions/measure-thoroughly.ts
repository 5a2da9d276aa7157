import { cron, type Inngest } from "inngest";
import type { CallAs } from "../call-as";

const DAYS_BACK = 100;

/** Once a night looks at every order and touch of the last months again: finds what was corrected in place. */
export const measureThoroughly = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    { id: "measure-thoroughly", triggers: [cron("17 3 * * *")], concurrency: 1 },
    async ({ step }) => {
      const call = callAs("measure-thoroughly");
      const { days } = await step.run("join-outcomes", () =>
        call.measure.joinOutcomes({ sinceDays: DAYS_BACK }),
      );
      return step.run("roll-up", () => call.measure.rollUp({ days }));
    },
  );
