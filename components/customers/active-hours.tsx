"use client";
import { HourHistogram } from "@/components/charts/hour-histogram";
import { formatCount } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Section } from "@/components/ui/section";
import type { CustomerDetail } from "./customer-types";

type Active = CustomerDetail["active"];

/** When in the day a customer is active, and the hour at which their mail is planned. */
export function ActiveHours({ active }: { active: Active }) {
  const { counts, timeZone, isOwnZone } = active;
  const total = counts.reduce((sum, n) => sum + n, 0);
  return (
    <Section title="Active hours" level={2}>
      {total > 0 && (
        <HourHistogram
          label={`Active hours, last 365 days, ${timeZone}`}
          counts={counts}
          unit="acts"
          chosen={active.plannedHour}
        />
      )}
      <Hint className="mt-2">
        {total === 0
          ? "No order, event, open or click in the last 365 days. "
          : `${formatCount(total)} ${total === 1 ? "act" : "acts"} in the last 365 days: orders, events, opens and clicks, by the hour on ${isOwnZone ? "their" : "the company's"} clock (${timeZone}). ${isOwnZone ? "" : "Their own zone is unknown. "}`}
        {plannedWords(active)}
      </Hint>
    </Section>
  );
}

const FROM = {
  events: "the hour with most of their events",
  orders: "the hour with most of their orders",
};

const plannedWords = ({ plannedHour, plannedFrom }: Active): string =>
  `Mail is planned for ${String(plannedHour).padStart(2, "0")}:00, ${
    plannedFrom === null ? "as neither events nor orders tell a better hour" : FROM[plannedFrom]
  }, within the hours that the configuration permits.`;
