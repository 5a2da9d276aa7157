"use client";
import type { Answer } from "@/components/api-types";
import { TrendChart } from "@/components/charts/trend-chart";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";

type Daily = Answer["figures"]["daily"];

/** Revenue per person and day, the treated against the held out. */
export function ArmsTrend({ daily }: { daily: Daily }) {
  const { days, currency } = daily;
  const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
  const points = (pick: (day: Daily["days"][number]) => number | null) =>
    days.map((day) => ({ x: at(day.day), y: pick(day) }));
  const incomplete = days.find(({ isComplete }) => !isComplete);
  const nothing = days.every(
    ({ treatedMinor, heldOutMinor }) => treatedMinor === null && heldOutMinor === null,
  );
  return (
    <Card>
      <CardHeader title="Treated against holdout" sub="Revenue per person assigned and day." />
      <CardBody>
        {nothing ? (
          <Empty title="No run in this period">The lines begin with the first decision of a campaign.</Empty>
        ) : (
          <TrendChart
            label="Revenue per person and day, treated and held out"
            y={{ kind: "money", currency }}
            x={{ kind: "time", zone: "UTC", style: "day" }}
            series={[
              {
                key: "treated",
                label: "Treated",
                tone: "treated",
                points: points(({ treatedMinor }) => treatedMinor),
              },
              {
                key: "holdout",
                label: "Held out",
                tone: "holdout",
                points: points(({ heldOutMinor }) => heldOutMinor),
              },
            ]}
            {...(incomplete === undefined ? {} : { incompleteFrom: at(incomplete.day) })}
          />
        )}
      </CardBody>
    </Card>
  );
}
