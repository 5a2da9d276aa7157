import { z } from "zod";
import { DAY_MS } from "@/server/domain/time";
import { removeStaleUploads } from "@/server/store/intake-files";
import { trimThrottles } from "@/server/store/throttle";
import { deleteEventKeys } from "@/server/store/upkeep.sql";
import { job } from "../verb";

/** No client keeps an unsent event for longer. */
const KEPT_DAYS = 30;

/** Forgets messageIds after 30 days, uploads that nobody imported within a day, and attempts to sign in whose time is over. */
export const trimEventKeys = job({ input: z.object({}).default({}) }, async ({ ctx, now }) => {
  await removeStaleUploads();
  await trimThrottles(ctx.platform.database, now);
  return {
    deleted: await deleteEventKeys(ctx.platform.database.sql, new Date(now.getTime() - KEPT_DAYS * DAY_MS)),
  };
});
