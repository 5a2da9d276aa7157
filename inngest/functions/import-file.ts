import type { Inngest } from "inngest";
import type { CallAs } from "../call-as";
import { importRequested } from "../events";

/** Reads one uploaded file into the database. It goes on where it stopped when it is called again. */
export const importFile = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    {
      id: "import-file",
      triggers: [importRequested],
      // imports lock the same customers: two at once would only wait for each other
      concurrency: 1,
      singleton: { key: "event.data.importId", mode: "skip" },
    },
    ({ event, step }) =>
      step.run("run", () => callAs("import-file").import.run({ importId: event.data.importId })),
  );
