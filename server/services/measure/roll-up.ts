import { z } from "zod";
import { lockMeasuring } from "@/server/store/measure.sql";
import { rollUpDays } from "@/server/store/rollup.sql";
import { settingInForce } from "@/server/store/settings";
import { job } from "../verb";

/** Computes the figures of whole days anew. Repeating it changes nothing. */
export const rollUp = job({ input: z.object({ days: z.array(z.iso.date()).max(1000) }) }, ({ ctx, input }) =>
  ctx.platform.database.bulk(async ({ sql }) => {
    await lockMeasuring(sql);
    const { body: configuration } = await settingInForce(sql, "configuration");
    const { body: company } = await settingInForce(sql, "company");
    const { openHours, clickHours } = configuration.attribution;
    const days = [...input.days].sort();
    return { rows: await rollUpDays(sql, { days, timeZone: company.timeZone, openHours, clickHours }) };
  }),
);
