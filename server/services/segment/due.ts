import { z } from "zod";
import { HOUR_MS } from "@/server/domain/time";
import { countCustomers, dueDays } from "@/server/store/segments.sql";
import { settingInForce } from "@/server/store/settings";
import { job } from "../verb";

/** How far movement is counted back, where it never was counted: one reading of all facts a day. */
const DAYS_BACK = 28;
/** Above so many customers only yesterday is counted back; movement gathers from then on. */
const MANY_CUSTOMERS = 100_000;
const STALE_HOURS = 6;

const input = z.object({
  /** count today again, however fresh its count is */
  again: z.boolean().default(false),
});

/** The days whose segments want counting, oldest first, as milliseconds from and to. */
export const dueCounts = job({ input }, async ({ ctx, now, input: { again } }) => {
  const { sql } = ctx.platform.database;
  const { body: company } = await settingInForce(sql, "company");
  const daysBack = (await countCustomers(sql)) > MANY_CUSTOMERS ? 1 : DAYS_BACK;
  const days = await dueDays(sql, {
    now,
    timeZone: company.timeZone,
    daysBack,
    staleMs: again ? 0 : STALE_HOURS * HOUR_MS,
  });
  return {
    days: days.map(({ day, at, before }) => ({ day, atMs: at.getTime(), beforeMs: before.getTime() })),
  };
});
