import { instantOfWall } from "@/server/domain/intake/wall-clock";
import type { Company } from "@/server/domain/settings/company";
import { DAY_MS } from "@/server/domain/time";
import type { Reader } from "./kinds/contract";
import type { ImportOptions } from "./options";

/** How the cells of a file are read: its options, and the company's own zone, currency and country where they are silent. */
export function readerOf(options: ImportOptions, company: Company, nowMs: number): Reader {
  const timeZone = options.timeZone ?? company.timeZone;
  const midnight = (day: string | undefined, plusMs: number) =>
    day === undefined ? null : instantOfWall(Date.parse(`${day}T00:00:00Z`) + plusMs, timeZone);
  return {
    timeZone,
    currency: options.currency ?? company.currency,
    dateOrder: options.dateOrder,
    decimalMark: options.decimalMark,
    wholeIds: options.wholeIds,
    country: company.country,
    nowMs,
    fromMs: midnight(options.from, 0),
    untilMs: midnight(options.until, DAY_MS),
  };
}
