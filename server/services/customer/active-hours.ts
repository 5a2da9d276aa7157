import type { CustomerFacts } from "@/server/domain/customer-facts";
import { type ActiveQuarter, hourHistogram } from "@/server/domain/hour-histogram";
import { plannedHour } from "@/server/domain/send-time";
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
  return {
    counts,
    timeZone: own === null ? company.timeZone : (timeZone ?? company.timeZone),
    isOwnZone: own !== null,
    /** from events, else from orders; null: neither tells */
    plannedFrom:
      busiestHourUtc !== null ? ("events" as const) : orderHourUtc !== null ? ("orders" as const) : null,
    plannedHour: plannedHour(nowMs, {
      busiestHourUtc: busiestHourUtc ?? orderHourUtc,
      timeZone,
      companyTimeZone: company.timeZone,
      hours: sendHours,
    }),
  };
}
