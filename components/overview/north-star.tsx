import type { Answer } from "@/components/api-types";
import { IntervalPlot } from "@/components/charts/interval-plot";
import { leftOutWords } from "@/components/left-out-words";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Delta } from "@/components/ui/delta";
import { Figure } from "@/components/ui/figure";
import { formatCount, formatInterval, formatMoney, type ValueFormat } from "@/components/ui/format";
import { Meter } from "@/components/ui/meter";
import { Grid } from "@/components/ui/page";
import { Interval } from "@/components/ui/stat";
import { TextLink } from "@/components/ui/text-link";
import { KPIS } from "@/server/domain/kpi/definitions";
import {
  type Figure as Found,
  type Missing as MissingFigure,
  missingWords,
} from "@/server/domain/kpi/figure";
import { wayOf } from "@/server/domain/kpi/way";
import { wayWords } from "@/server/domain/kpi/way-words";
import { decisionsHref, type ShownScope } from "./scope-links";

type Overview = Answer["figures"]["overview"];
type Props = {
  overview: Overview;
  /** the attributed figure to compare with, minor units; null where there is none */
  other: number | null;
  scope: ShownScope;
};

const define = (id: keyof typeof KPIS) => (
  <TextLink look="name" href={`/definitions#${id}`} title="What this means">
    {KPIS[id].title}
  </TextLink>
);

/** What a touch earned, beside what it earned beyond what would have come anyway. */
export function NorthStar(props: Props) {
  return (
    <Grid>
      <Attributed {...props} />
      <Incremental overview={props.overview} scope={props.scope} />
    </Grid>
  );
}

function Attributed({ overview, other, scope }: Props) {
  const { currency, sums, revenuePerTouch: found } = overview;
  const money: ValueFormat = { kind: "money", currency };
  return (
    <Card className="lg:col-span-5">
      <CardHeader title={define("revenuePerTouch")} sub="last touch, 7 days" />
      <CardBody className="grid gap-2">
        {found.kind === "missing" ? (
          <Missing found={found} />
        ) : (
          <>
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <Figure value={found.value} format={money} size="xl" />
              <Interval low={found.low} high={found.high} format={money} />
              {other !== null && <Delta value={found.value - other} format={money} />}
            </div>
            <p className="text-ink-2">
              <TextLink href={decisionsHref(scope, { among: "ordered" })}>
                {formatMoney(sums.revenueMinor, currency)}
              </TextLink>{" "}
              from{" "}
              <TextLink href={decisionsHref(scope, { among: "left" })}>
                {formatCount(sums.touches)} touches
              </TextLink>
            </p>
            <WayMeter value={found.value} goal={overview.goal} currency={currency} />
          </>
        )}
      </CardBody>
    </Card>
  );
}

type WayProps = { value: number; goal: Overview["goal"]; currency: string };

function WayMeter({ value, goal, currency }: WayProps) {
  const { baseline, target } = goal;
  if (baseline === undefined || target === undefined) return null;
  const way = wayOf(value, goal);
  return (
    <div className="mt-2 grid gap-1">
      <Meter
        label={`The way from ${formatMoney(baseline, currency)} to ${formatMoney(target, currency)}`}
        value={way.share ?? 0}
        text={wayWords(way)}
        className="h-2"
      />
      <div className="flex justify-between gap-2 text-11 text-ink-3">
        <span>began at {formatMoney(baseline, currency)}</span>
        <span className="text-ink-2">{wayWords(way)}</span>
        <span>target {formatMoney(target, currency)}</span>
      </div>
    </div>
  );
}

function Incremental({ overview, scope }: Pick<Props, "overview" | "scope">) {
  const { currency, lift, revenuePerTouch } = overview;
  const money: ValueFormat = { kind: "money", currency };
  const found = lift.perTouch;
  const rows = [
    ...(found.kind === "known" ? [{ label: "Incremental", ...bounds(found) }] : []),
    ...(revenuePerTouch.kind === "known" ? [{ label: "Attributed", ...bounds(revenuePerTouch) }] : []),
  ];
  return (
    <Card className="lg:col-span-7">
      <CardHeader title={define("incrementalPerTouch")} sub="treated minus held out" />
      <CardBody className="grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)]">
        <div className="grid content-start gap-2">
          {found.kind === "missing" ? (
            <Missing found={found} />
          ) : (
            <>
              <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Figure value={found.value} format={money} size="xl" />
                <Interval low={found.low} high={found.high} format={money} />
              </div>
              <p className="text-ink-2">{incrementalWords(overview, found)}</p>
            </>
          )}
          <p className="text-12 text-ink-3">
            <TextLink href={decisionsHref(scope, { among: "treated" })}>
              {formatCount(lift.treated.people)} treated
            </TextLink>
            ,{" "}
            <TextLink href={decisionsHref(scope, { among: "held-out" })}>
              {formatCount(lift.heldOut.people)} held out
            </TextLink>
            , whoever of them got a message. {leftOutWords(lift.runsLeftOut)}
          </p>
        </div>
        {rows.length > 0 && (
          <IntervalPlot label="Revenue per touch with 95 % intervals" rows={rows} format={money} />
        )}
      </CardBody>
    </Card>
  );
}

type Known = Extract<Found, { kind: "known" }>;
const bounds = ({ value, low, high }: Known) => ({ value, low, high });

/** What the interval allows to say, in money of the whole period. */
function incrementalWords({ sums, currency }: Overview, { value, low, high }: Known): string {
  const whole = (perTouch: number) => formatMoney(perTouch * sums.touches, currency);
  const range = `95 % interval ${formatInterval(low * sums.touches, high * sums.touches, { kind: "money", currency })}`;
  if (low <= 0 && high >= 0) return `Cannot be told from chance: ${whole(value)} (${range}).`;
  return value > 0
    ? `${whole(value)} more than without marketing (${range}). The interval stays above zero.`
    : `${whole(-value)} less than without marketing (${range}). The interval stays below zero.`;
}

function Missing({ found }: { found: MissingFigure }) {
  return <p className="text-ink-3">Not enough data: {missingWords(found)}.</p>;
}
