import { cron, type Inngest } from "inngest";
import type { CallAs } from "../call-as";

/** Forgets messageIds that no client will repeat any more. */
export const trimEventKeys = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    { id: "trim-event-keys", triggers: [cron("41 2 * * *")], concurrency: 1 },
    ({ step }) => step.run("trim", () => callAs("trim-event-keys").upkeep.trimEventKeys({})),
  );
