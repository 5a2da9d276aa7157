import { createHash } from "node:crypto";
import { z } from "zod";
import type { Envelope, SendResult } from "@/server/channels/contract";
import type { Context } from "@/server/context";
import type { Company } from "@/server/domain/settings/company";
import { MINUTE_MS } from "@/server/domain/time";
import { log } from "@/server/log";
import { compileReport, type ReportMail } from "@/server/render/compile-report";
import {
  claimReports,
  giveUpReports,
  type QueuedReport,
  settleReport,
} from "@/server/store/report-sends.sql";
import { settingInForce } from "@/server/store/settings";
import { job } from "../verb";
import { reportContent } from "./content";

const MOST_ATTEMPTS = 5;
const BATCH = 50;
const ID_CHARS = 32;
const RETRY_MS = 5 * MINUTE_MS;
/** Sending a batch takes far less; who has not settled by then is gone. */
const LEASE_MS = 15 * MINUTE_MS;

/**
 * Sends the report mails that are queued. Each is claimed, and the claim committed, before a byte leaves: a retry sends
 * nothing twice. One whose sender died after the claim becomes uncertain and is not sent again by itself.
 */
export const sendQueuedReports = job({ input: z.object({}).default({}) }, async ({ ctx, now }) => {
  const { sql } = ctx.platform.database;
  const givenUp = await giveUpReports(sql, new Date(now.getTime() - LEASE_MS), now);
  const claimed = await claimReports(sql, now, BATCH);
  const counts = { claimed: claimed.length, sent: 0, uncertain: givenUp.length };
  if (claimed.length === 0) return counts;
  const { body: company } = await settingInForce(sql, "company");
  const mails = new Map<string, ReportMail | null>();
  for (const { day } of claimed) if (!mails.has(day)) mails.set(day, await mailOf(ctx, day));
  for (const queued of claimed) {
    const result = await send(ctx, company, queued, mails.get(queued.day) ?? null);
    if (result.kind === "sent") counts.sent++;
    if (result.kind === "uncertain") counts.uncertain++;
    await settleReport(sql, { ref: queued.ref, result, now, isLast: queued.attempt >= MOST_ATTEMPTS });
  }
  return counts;
});

/** Null where the report could not be made: no byte has left, so its mails go back to the queue. */
async function mailOf(ctx: Context, day: string): Promise<ReportMail | null> {
  try {
    return await compileReport(await reportContent(ctx, day));
  } catch (error) {
    log.error({ err: error, day }, "the daily report could not be made");
    return null;
  }
}

async function send(
  { platform }: Context,
  company: Company,
  { ref, recipient }: QueuedReport,
  mail: ReportMail | null,
): Promise<SendResult> {
  if (mail === null)
    return { kind: "later", response: "the report could not be made", retryAfterMs: RETRY_MS };
  const domain = company.fromAddress.slice(company.fromAddress.lastIndexOf("@") + 1);
  const id = createHash("sha256").update(ref).digest("hex").slice(0, ID_CHARS);
  const envelope: Envelope = {
    messageId: `report.${id}@${domain}`,
    from: { name: company.fromName, address: company.fromAddress },
    to: recipient,
    replyTo: company.replyTo,
    ...mail,
    // RFC 3834: nobody's holiday notice needs to answer this
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  };
  try {
    const [result] = await platform.senders.email.send([envelope]);
    return result ?? { kind: "uncertain", response: "the channel gave no answer" };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return { kind: "uncertain", response: `the channel failed: ${said}` };
  }
}
