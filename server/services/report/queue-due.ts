import { z } from "zod";
import { reportDue } from "@/server/domain/report/report-due";
import { queueReports } from "@/server/store/report-sends.sql";
import { settingInForce } from "@/server/store/settings";
import { job } from "../verb";

/** Queues the day's report for everybody on the list once its hour has come. Asked again on the same day, it queues nothing more. */
export const queueDueReports = job({ input: z.object({}).default({}) }, async ({ ctx, now }) => {
  const { sql } = ctx.platform.database;
  const { body: settings } = await settingInForce(sql, "report");
  const { timeZone } = (await settingInForce(sql, "company")).body;
  const day = reportDue(settings, now.getTime(), timeZone);
  if (day === null) return { queued: 0 };
  const mails = settings.recipients.map((recipient) => ({ ref: `${day} ${recipient}`, day, recipient }));
  return { queued: await queueReports(sql, mails, now) };
});
