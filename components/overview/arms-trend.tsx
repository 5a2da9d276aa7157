"use client";
import type { Answer } from "@/components/api-types";
import { TrendChart } from "@/components/charts/trend-chart";
import type { TrendSeries } from "@/components/charts/trend-rows";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Hint } from "@/components/ui/hint";
import { annotationWords } from "./annotation-words";

type Trend = Answer["figures"]["trend"];
type Props = { trend: Trend; annotations: Answer["figures"]["annotations"] };

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** Revenue per person, the treated against the held out, with what changed on the way. */
export function ArmsTrend({ trend, annotations }: Props) {
  const { timeZone } = useCompany();
  const { days, currency, windowDays, incompleteFrom } = trend;
  const points = (arm: "treated" | "heldOut") =>
    days.map((day) => {
      const found = day[arm];
      return found === null
        ? { x: at(day.day), y: null }
        : { x: at(day.day), y: found.value, low: found.low, high: found.high };
    });
  const arms: TrendSeries[] = [
    { key: "treated", label: "Treated", tone: "treated", points: points("treated") },
    {
      key: "holdout",
      label: "Held out, never contacted",
      short: "Held out",
      tone: "holdout",
      points: points("heldOut"),
    },
  ];
  // an arm that nobody is in is not named either
  const drawn = arms.filter((arm) => arm.points.some(({ y }) => y !== null));
  return (
    <Card>
      <CardHeader
        title={`Revenue per person, ${windowDays} days rolling`}
        sub="everybody decided about since the first day, whoever got a message"
      />
      <CardBody>
        {drawn.length === 0 ? (
          <Empty title="Fewer than thirty people in each arm">
            The lines begin once a campaign has decided about thirty people.
          </Empty>
        ) : (
          <TrendChart
            label={`Revenue per person in the seven days up to each day, ${drawn.map(({ label, short = label }) => short.toLowerCase()).join(" and ")}`}
            y={{ kind: "money", currency }}
            x={{ kind: "time", zone: "UTC", style: "day" }}
            height={270}
            series={drawn}
            annotations={annotations.changes.map((change) => ({
              x: at(dayOf(change.at, timeZone)),
              label: annotationWords(change),
            }))}
            {...(incompleteFrom === null ? {} : { incompleteFrom: at(incompleteFrom) })}
          />
        )}
        {annotations.hasMore && (
          <Hint className="mt-1">The newest changes are numbered; the audit has all.</Hint>
        )}
      </CardBody>
    </Card>
  );
}

/** The company's day on which it was. */
const dayOf = (instant: Date, timeZone: string) =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" }).format(instant);
