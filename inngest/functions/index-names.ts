import { cron, type Inngest } from "inngest";
import type { CallAs } from "../call-as";

const PEOPLE_A_STEP = 5_000;

/** Makes people findable by name who were written before names were indexed. Afterwards it finds nobody. */
export const indexNames = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    { id: "index-names", triggers: [cron("*/5 * * * *")], concurrency: 1 },
    async ({ step }) => {
      let people = 0;
      for (let part = 1; ; part += 1) {
        const indexed = await step.run(`index-${part}`, () =>
          callAs("index-names").upkeep.indexNames({ limit: PEOPLE_A_STEP }),
        );
        people += indexed.people;
        if (indexed.done) return { people };
      }
    },
  );
