import type { z } from "zod";
import type { Context } from "@/server/context";
import type { figuresScope } from "@/server/domain/figures-scope";
import type { Company } from "@/server/domain/settings/company";
import type { Configuration } from "@/server/domain/settings/configuration";
import type { Targets } from "@/server/domain/settings/targets";
import { DAY_MS } from "@/server/domain/time";
import { periodOf, type Scope } from "@/server/store/figures-period.sql";
import { settingsInForce } from "@/server/store/settings";

export type Asked = { scope: Scope; company: Company; configuration: Configuration; targets: Targets };

/** Turns days of the company's zone into instants, with the settings that the figures depend on. */
export async function scopeOf(
  ctx: Context,
  now: Date,
  { from, to, campaignId, channel }: z.output<typeof figuresScope>,
): Promise<Asked> {
  const { sql } = ctx.platform.database;
  const inForce = await settingsInForce(sql, ["company", "configuration", "targets"]);
  const company = inForce.company.body;
  const configuration = inForce.configuration.body;
  const targets = inForce.targets.body;
  const { timeZone, currency } = company;
  const period = await periodOf(sql, { fromDay: from, toDay: to, now, timeZone });
  return { scope: { ...period, timeZone, currency, campaignId, channel }, company, configuration, targets };
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
