import { z } from "zod";
import { DAY_MS } from "@/server/domain/time";
import { removeStaleUploads } from "@/server/store/intake-files";
import { trimThrottles } from "@/server/store/throttle";
import { deleteReceived } from "@/server/store/upkeep.sql";
import { job } from "../verb";

/** No client keeps an unsent event for longer; by then somebody has looked at rejections and trial mails, or nobody will. */
const KEPT_DAYS = 30;

/**
 * Forgets messageIds, rejected events and the sandbox's mails after 30 days, uploads that nobody imported within a day,
 * and attempts to sign in whose time is over.
 */
export const trimEventKeys = job({ input: z.object({}).default({}) }, async ({ ctx, now }) => {
  await removeStaleUploads();
  await trimThrottles(ctx.platform.database, now);
  const { sql } = ctx.platform.database;
  const before = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  return {
    deleted: await deleteReceived(sql, "event_keys", before),
    rejections: await deleteReceived(sql, "rejected_events", before),
    mails: await deleteReceived(sql, "sandbox_mails", before),
  };
});
