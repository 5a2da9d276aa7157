"use client";
import type { XFormat } from "@/components/charts/axis-format";
import { TrendChart } from "@/components/charts/trend-chart";
import type { TrendSeries } from "@/components/charts/trend-rows";
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
  const today = counted === null ? {} : { incompleteFrom: at(counted.day) };
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
              {...today}
              height={200}
            />
            <div className="grid gap-4 sm:grid-cols-2">
              <Moved
                label={`People who came to “${segment.title}” by day`}
                name="Came"
                points={moved("came")}
                x={time}
                {...today}
              />
              <Moved
                label={`People who left “${segment.title}” by day`}
                name="Went"
                points={moved("went")}
                x={time}
                {...today}
              />
            </div>
          </>
        )}
      </CardBody>
    </Card>
  );
}

type MovedProps = {
  label: string;
  name: "Came" | "Went";
  points: TrendSeries["points"];
  x: XFormat;
  incompleteFrom?: number;
};

const Moved = ({ name, points, ...chart }: MovedProps) => (
  <TrendChart
    {...chart}
    series={[{ key: name, label: name, tone: name === "Came" ? "treated" : "holdout", points }]}
    y={{ kind: "count" }}
    height={140}
  />
);
