"use client";
import { TrendChart } from "@/components/charts/trend-chart";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Hint } from "@/components/ui/hint";
import type { SegmentDetail } from "./segment-types";

/** The size of a segment by day, with who came and who went. */
export function SizeCard({ detail: { segment, movement, counted } }: { detail: SegmentDetail }) {
  const { timeZone } = useCompany();
  const at = (day: string) => Date.parse(`${day}T12:00:00Z`);
  const by = new Map(movement.map((one) => [one.day, one]));
  const moved = (of: "came" | "went") =>
    segment.days.map(({ day }) => ({ x: at(day), y: by.get(day)?.[of] ?? 0 }));
  const time = { kind: "time", zone: timeZone, style: "day" } as const;
  return (
    <Card>
      <CardHeader title="Movement" sub="people, at the end of each day" />
      <CardBody className="grid gap-4">
        {segment.days.length < 2 ? (
          <Hint>One day is counted so far; the line begins with the second.</Hint>
        ) : (
          <>
            <TrendChart
              label={`People in “${segment.title}” by day`}
              series={[
                {
                  key: "people",
                  label: "People",
                  tone: "treated",
                  points: segment.days.map(({ day, customers }) => ({ x: at(day), y: customers })),
                },
              ]}
              y={{ kind: "count" }}
              x={time}
              {...(counted === null ? {} : { incompleteFrom: at(counted.day) })}
              height={200}
            />
            <TrendChart
              label={`People who came to and left “${segment.title}” by day`}
              series={[
                { key: "came", label: "Came", tone: "treated", points: moved("came") },
                { key: "went", label: "Went", tone: "holdout", points: moved("went") },
              ]}
              y={{ kind: "count" }}
              x={time}
              {...(counted === null ? {} : { incompleteFrom: at(counted.day) })}
              height={140}
            />
          </>
        )}
      </CardBody>
    </Card>
  );
}
