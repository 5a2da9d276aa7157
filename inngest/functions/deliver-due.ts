import { cron, type Inngest } from "inngest";
import type { CallAs } from "../call-as";
import { outboxReady } from "../events";

/** How long one call goes on claiming before it makes room for the next. */
const BUDGET_MS = 45_000;

/** Sends what is due, in batches, until nothing is or the time is up. Every minute, and soon after something became ready. */
export const deliverDue = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    {
      id: "deliver-due",
      triggers: [outboxReady, cron("* * * * *")],
      concurrency: 1,
      debounce: { period: "2s", timeout: "10s" },
    },
    async ({ step }) => {
      const { isDrained } = await step.run("deliver", () => deliverFor(callAs, BUDGET_MS));
      if (!isDrained) await step.sendEvent("go-on", outboxReady.create());
    },
  );

async function deliverFor(callAs: CallAs, budgetMs: number) {
  const end = performance.now() + budgetMs;
  let claimed = 0;
  while (performance.now() < end) {
    // asked for anew each time: a worker that is to stop gives no more callers out
    const batch = await callAs("deliver-due").outbox.deliverDue({});
    claimed += batch.claimed;
    if (batch.claimed === 0) return { claimed, isDrained: true };
  }
  return { claimed, isDrained: false };
}
