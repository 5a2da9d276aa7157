import { cron, type Inngest } from "inngest";
import type { CallAs } from "../call-as";
import { reportRequested } from "../events";

/** Sends the daily report once its hour has come, and what was asked for in between. */
export const sendReport = (inngest: Inngest, callAs: CallAs) =>
  inngest.createFunction(
    { id: "send-report", triggers: [reportRequested, cron("*/10 * * * *")], concurrency: 1 },
    async ({ step }) => {
      const call = callAs("send-report");
      const { queued } = await step.run("queue", () => call.report.queueDue({}));
      const counts = await step.run("send", () => call.report.sendQueued({}));
      return { queued, ...counts };
    },
  );
