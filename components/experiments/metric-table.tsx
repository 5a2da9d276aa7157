"use client";
import { niceScale } from "@/components/charts/scale";
import { Violin } from "@/components/charts/violin";
import { useCompany } from "@/components/company";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import {
  formatCount,
  formatInterval,
  formatMoney,
  formatNumber,
  formatPercent,
  formatPoints,
  type ValueFormat,
} from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { type Experiment, metricTitle } from "./experiment-words";

type Metric = Experiment["metrics"][number];
type Counts = Experiment["variants"][number];
type Props = { experiment: Experiment; roles: readonly Metric["role"][]; title: string; sub: string };

/** The metrics of some roles: for each variant its own figure, and what it differs by from the baseline. */
export function MetricTable({ experiment, roles, title, sub }: Props) {
  const metrics = experiment.metrics.filter(({ role }) => roles.includes(role));
  const [baseline] = experiment.variants;
  if (baseline === undefined) return null;
  return (
    <Card>
      <CardHeader title={title} sub={sub} />
      <CardBody flush>
        <Table label={title}>
          <TableHeader>
            <TableRow>
              <TableHead>Metric</TableHead>
              <TableHead numeric>{baseline.variant.toUpperCase()}, baseline</TableHead>
              <TableHead numeric>Variant</TableHead>
              <TableHead numeric>Difference</TableHead>
              <TableHead className="w-[28%]">What it may be</TableHead>
              <TableHead numeric>Chance to win</TableHead>
            </TableRow>
          </TableHeader>
          <TableBody>
            {metrics.flatMap((metric) =>
              metric.variants.map((_, index) => (
                <MetricRow
                  key={`${metric.id} ${experiment.variants[index + 1]?.variant}`}
                  metric={metric}
                  index={index}
                  baseline={baseline}
                  counts={experiment.variants[index + 1]}
                />
              )),
            )}
          </TableBody>
        </Table>
      </CardBody>
    </Card>
  );
}

type RowProps = { metric: Metric; index: number; baseline: Counts; counts: Counts | undefined };

function MetricRow({ metric, index, baseline, counts }: RowProps) {
  const { currency } = useCompany();
  const found = metric.variants[index];
  if (counts === undefined || found === undefined) return null;
  const { absolute, relative, chanceToWin, correctedP } = found;
  const format: ValueFormat = metric.id === "revenue" ? { kind: "money", currency } : { kind: "points" };
  const [low, high] = absolute?.ci ?? [null, null];
  return (
    <TableRow>
      <TableCell className="font-medium">{metricTitle(metric.id)}</TableCell>
      <Own metric={metric.id} counts={baseline} currency={currency} />
      <Own metric={metric.id} counts={counts} currency={currency} name={counts.variant.toUpperCase()} />
      {absolute === null || low === null || high === null ? (
        <TableCell colSpan={3} className="text-ink-3">
          Nothing varies in one of them yet: nothing can be said.
        </TableCell>
      ) : (
        <>
          <TableCell numeric>
            {format.kind === "money"
              ? formatMoney(absolute.effect, currency, { sign: true })
              : formatPoints(absolute.effect)}
            <span className="block text-12 text-ink-3">{formatInterval(low, high, format)}</span>
            {relative !== null && (
              <span className="block text-12 text-ink-3">
                {formatPercent(relative.effect, { sign: true })} of the baseline
              </span>
            )}
          </TableCell>
          <TableCell>
            <Violin
              value={absolute.effect}
              low={low}
              high={high}
              se={absolute.se}
              scale={niceScale([low, high])}
              label={`${metricTitle(metric.id)}: difference ${formatInterval(low, high, format)}`}
            />
          </TableCell>
          <TableCell numeric>
            {formatPercent(chanceToWin, { digits: 1 })}
            {correctedP !== null && (
              <span className="block text-12 text-ink-3">
                p {formatNumber(correctedP, { digits: 3 })}, corrected
              </span>
            )}
          </TableCell>
        </>
      )}
    </TableRow>
  );
}

/** A variant's own figure with what stands above and below the line. */
function Own({
  metric,
  counts,
  currency,
  name,
}: {
  metric: string;
  counts: Counts;
  currency: string;
  name?: string;
}) {
  const isMoney = metric === "revenue";
  const above = isMoney ? counts.revenueMinor : countOf(metric, counts);
  return (
    <TableCell numeric>
      {name && <span className="mr-1.5 text-12 text-ink-3">{name}</span>}
      {isMoney ? formatMoney(above / counts.people, currency) : formatPercent(above / counts.people)}
      <span className="block text-12 text-ink-3">
        {isMoney ? formatMoney(above, currency) : formatCount(above)} of {formatCount(counts.people)}
      </span>
    </TableCell>
  );
}

function countOf(metric: string, counts: Counts): number {
  const value = Object.entries(counts).find(([key]) => key === metric)?.[1];
  return typeof value === "number" ? value : 0;
}
