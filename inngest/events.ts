import { eventType } from "inngest";
import { z } from "zod";
import { rowId } from "@/server/domain/row-id";

/** What the services tell the engine. Ids and counts only: nothing of a customer leaves the database this way. */
export const runRequested = eventType("run/requested", { schema: z.object({ runId: rowId }) });
export const runStopped = eventType("run/stopped", { schema: z.object({ runId: rowId }) });
export const importRequested = eventType("import/requested", { schema: z.object({ importId: rowId }) });
export const outboxReady = eventType("outbox/ready");
export const reportRequested = eventType("report/requested");
export const contentRequested = eventType("campaign/content-requested", {
  schema: z.object({ campaignId: rowId, key: z.string().nullable() }),
});
export const countRequested = eventType("segments/count-requested");
