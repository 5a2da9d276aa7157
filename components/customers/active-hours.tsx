"use client";
import { HourHistogram } from "@/components/charts/hour-histogram";
import { formatCount } from "@/components/ui/format";
import { Hint } from "@/components/ui/hint";
import { Section } from "@/components/ui/section";
import type { CustomerDetail } from "./customer-types";

type Active = CustomerDetail["active"];

/** When in the day a customer is active, and the hour at which their mail is planned. */
export function ActiveHours({ active }: { active: Active }) {
  const { counts, timeZone, isOwnZone, planned } = active;
  const total = counts.reduce((sum, n) => sum + n, 0);
  return (
    <Section title="Active hours" level={2}>
      {total > 0 && (
        <HourHistogram
          label={`Active hours, last 365 days, ${timeZone}`}
          counts={counts}
          unit="activity"
          chosen={planned}
        />
      )}
      <Hint className="mt-2">
        {total === 0
          ? "No order, event, open or click in the last 365 days. "
          : `${formatCount(total)} orders, events, opens and clicks in the last 365 days, by the hour on ${isOwnZone ? "their" : "the company's"} clock (${timeZone}). `}
        {!isOwnZone && "Their own zone is unknown. "}
        {plannedWords(active)}
      </Hint>
    </Section>
  );
}

function plannedWords({ best, planned, bestFrom }: Active): string {
  const moved = best === planned ? "" : ", the nearest hour that the configuration permits";
  const mail = `mail is planned for ${clock(planned)}${moved}.`;
  if (bestFrom === null) return `Neither events nor orders tell a best hour: ${mail}`;
  return `Their ${bestFrom} come most often between ${clock(best)} and ${clock((best + 1) % 24)}: ${mail}`;
}

const clock = (hour: number): string => `${String(hour).padStart(2, "0")}:00`;
