import { cron, type Inngest } from "inngest";
import { addTallies, emptyTally } from "@/server/domain/segment-tally";
import type { CallAs } from "../call-as";
import { countRequested } from "../events";

/** Counts the segments of today, and of days that were missed. Looks every five minutes, and counts when somebody asks. */
export const countSegments = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    { id: "count-segments", triggers: [countRequested, cron("*/5 * * * *")], concurrency: 1 },
    async ({ event, step }) => {
      const call = () => callAs("count-segments").segment;
      const again = event.name === countRequested.name;
      const { days } = await step.run("due", () => call().dueCounts({ again }));
      for (const day of days) {
        const shared = await step.run(`measure-${day.day}`, () => call().measureForCount(day));
        let tally = emptyTally();
        let after: number | null = 0;
        while (after !== null) {
          const from: number = after;
          const counted = await step.run(`count-${day.day}-${from}`, () =>
            call().countChunk({ ...day, ...shared, after: from }),
          );
          tally = addTallies(tally, counted.tally);
          after = counted.next;
        }
        const { now: population, configurationVersion } = shared;
        await step.run(`store-${day.day}`, () =>
          call().storeCount({ ...day, configurationVersion, population, tally }),
        );
      }
      return { days: days.length };
    },
  );
