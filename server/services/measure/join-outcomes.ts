import { z } from "zod";
import { DAY_MS } from "@/server/domain/time";
import {
  advanceMark,
  advancePass,
  daysWithNews,
  joinOrders,
  lockMeasuring,
} from "@/server/store/measure.sql";
import { settingInForce } from "@/server/store/settings";
import { job } from "../verb";

/** A touch's day is looked at again for so long after the last pass; later news are found by their number. */
const RECENT_DAYS = 2;

/**
 * Joins orders to the touches that they followed: last touch, in the configuration's window.
 *
 * Looks at orders of the last days and at those that came since the last time, however old they are; `sinceDays`
 * widens the look back for a thorough pass. Answers the days whose figures have to be rolled up, oldest first.
 */
export const joinOutcomes = job(
  { input: z.object({ sinceDays: z.number().int().min(0).max(1000).default(0) }).default({ sinceDays: 0 }) },
  ({ ctx, now, input }) =>
    ctx.platform.database.bulk(async ({ sql }) => {
      await lockMeasuring(sql);
      const { body: configuration } = await settingInForce(sql, "configuration");
      const { body: company } = await settingInForce(sql, "company");
      const windowDays = configuration.attribution.conversionDays;
      const daysBack = Math.max(input.sinceDays, windowDays + RECENT_DAYS);
      const joined = await joinOrders(sql, {
        since: new Date(now.getTime() - daysBack * DAY_MS),
        afterId: await advanceMark(sql, "orders"),
        windowDays,
        currency: company.currency,
        timeZone: company.timeZone,
      });
      const pass = await advancePass(sql, now);
      const news = await daysWithNews(sql, {
        since: new Date(pass.getTime() - Math.max(input.sinceDays, RECENT_DAYS) * DAY_MS),
        afterId: await advanceMark(sql, "outcomes"),
        timeZone: company.timeZone,
      });
      return { ...joined, days: [...new Set([...joined.days, ...news])].sort() };
    }),
);
