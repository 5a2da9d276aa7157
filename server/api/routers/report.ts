import { previewReport } from "@/server/services/report/preview";
import { queueDueReports } from "@/server/services/report/queue-due";
import { sendQueuedReports } from "@/server/services/report/send-queued";
import { sendTestReport } from "@/server/services/report/send-test";
import { reportSends } from "@/server/services/report/sends";
import { mutation, query, router } from "../trpc";

export const reportRouter = router({
  preview: query(previewReport),
  sends: query(reportSends),
  sendTest: mutation(sendTestReport),
  queueDue: mutation(queueDueReports),
  sendQueued: mutation(sendQueuedReports),
});
