import { z } from "zod";
import type { Context } from "@/server/context";
import { CHANNELS } from "@/server/domain/goal";
import { rowId } from "@/server/domain/row-id";
import type { Company } from "@/server/domain/settings/company";
import type { Configuration } from "@/server/domain/settings/configuration";
import { DAY_MS } from "@/server/domain/time";
import { periodOf, type Scope } from "@/server/store/figures-period.sql";
import { settingInForce } from "@/server/store/settings";

const MOST_DAYS = 1100;

/** Which days, first and last included, which campaign and which channel. Without days: the last 30. */
export const scopeInput = z
  .object({
    from: z.iso.date().nullable().default(null),
    to: z.iso.date().nullable().default(null),
    campaignId: rowId.nullable().default(null),
    channel: z.enum(CHANNELS).nullable().default(null),
  })
  .refine(({ from, to }) => from === null || to === null || from <= to, {
    path: ["from"],
    error: "choose a first day that is not after the last one",
  })
  .refine(
    ({ from, to }) => from === null || to === null || Date.parse(to) - Date.parse(from) < MOST_DAYS * DAY_MS,
    { path: ["to"], error: `choose at most ${MOST_DAYS} days` },
  )
  .prefault({});

export type Asked = { scope: Scope; company: Company; configuration: Configuration };

/** Turns days of the company's zone into instants, with the settings that the figures depend on. */
export async function scopeOf(
  ctx: Context,
  now: Date,
  { from, to, campaignId, channel }: z.output<typeof scopeInput>,
): Promise<Asked> {
  const { sql } = ctx.platform.database;
  const { body: company } = await settingInForce(sql, "company");
  const { body: configuration } = await settingInForce(sql, "configuration");
  const { timeZone, currency } = company;
  const period = await periodOf(sql, { fromDay: from, toDay: to, now, timeZone });
  return { scope: { ...period, timeZone, currency, campaignId, channel }, company, configuration };
}

/** The period of the same length that ends where this one begins. */
export async function scopeBefore(ctx: Context, now: Date, { scope, ...rest }: Asked): Promise<Asked> {
  const days = Math.round((Date.parse(scope.toDay) - Date.parse(scope.fromDay)) / DAY_MS) + 1;
  const shifted = (day: string) =>
    new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, day.length);
  const period = await periodOf(ctx.platform.database.sql, {
    fromDay: shifted(scope.fromDay),
    toDay: shifted(scope.toDay),
    now,
    timeZone: scope.timeZone,
  });
  return { ...rest, scope: { ...scope, ...period } };
}
