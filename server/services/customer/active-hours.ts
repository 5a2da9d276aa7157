import type { CustomerFacts } from "@/server/domain/customer-facts";
import { type ActiveQuarter, hourHistogram } from "@/server/domain/hour-histogram";
import { hourOfSending } from "@/server/domain/send-time";
import type { Configuration } from "@/server/domain/settings/configuration";

type Company = { timeZone: string };

/** When a customer is active, on their own clock (else the company's), and the hour at which the line plans their mail. */
export function activeHours(
  quarters: readonly ActiveQuarter[],
  { timeZone, busiestHourUtc, orderHourUtc }: CustomerFacts,
  company: Company,
  { sendHours }: Configuration,
  nowMs: number,
) {
  const own = timeZone === null ? null : hourHistogram(quarters, timeZone);
  const counts = own ?? hourHistogram(quarters, company.timeZone) ?? [];
  const ordersTell = orderHourUtc === null ? null : ("orders" as const);
  const bestFrom = busiestHourUtc === null ? ordersTell : ("events" as const);
  return {
    counts,
    timeZone: own === null ? company.timeZone : (timeZone ?? company.timeZone),
    isOwnZone: own !== null,
    /** what tells the best hour: null, where neither events nor orders do */
    bestFrom,
    ...hourOfSending(nowMs, {
      busiestHourUtc: busiestHourUtc ?? orderHourUtc,
      timeZone,
      companyTimeZone: company.timeZone,
      hours: sendHours,
    }),
  };
}
