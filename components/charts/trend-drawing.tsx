"use client";
import {
  Area,
  CartesianGrid,
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  usePlotArea,
  XAxis,
  YAxis,
} from "recharts";
import { formatInterval, formatValue, type ValueFormat } from "@/components/ui/format";
import { AnnotationMark, MARK_WIDTH } from "./annotation";
import { annotationGroups } from "./annotation-groups";
import { formatTick, formatX, type XFormat } from "./axis-format";
import { axisTick } from "./axis-tick";
import { chartColor } from "./chart-color";
import { ChartTooltip } from "./chart-tooltip";
import { LineLabel, type LineName, type LinePlace, lineName } from "./line-label";
import { lastCompleteX, type TrendSeries, trendExtent, trendRows } from "./trend-rows";

export type TrendDrawingProps = {
  label: string;
  series: readonly TrendSeries[];
  y: ValueFormat;
  x: XFormat;
  /** From this point on the period is not over: drawn dashed. */
  incompleteFrom?: number | string;
  /** Numbered on the drawing. */
  annotations: readonly { x: number | string; label: string }[];
  /** Lets the axis begin above zero. */
  cutAxis: boolean;
  height: number;
};

/** What recharts draws; loaded when a page that has a chart is already there. */
export function TrendDrawing({
  label,
  series,
  y,
  x,
  incompleteFrom,
  annotations,
  cutAxis,
  height,
}: TrendDrawingProps) {
  const extent = trendExtent(series);
  const lastX = series[0]?.points.at(-1)?.x;
  const greyFrom = lastCompleteX(series, incompleteFrom);
  const low = extent !== null && extent.low < 0 ? "auto" : 0;
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
      <ComposedChart
        data={trendRows(series, incompleteFrom)}
        margin={{ top: annotations.length > 0 ? 26 : 8, right: 12, bottom: 0, left: 0 }}
        title={label}
        accessibilityLayer
      >
        <CartesianGrid vertical={false} stroke="var(--color-grid)" />
        <XAxis
          dataKey="x"
          {...(x.kind === "time"
            ? { type: "number" as const, domain: ["dataMin", "dataMax"], scale: "time" as const }
            : {})}
          tickFormatter={(value: string | number) => formatX(value, x)}
          tickLine={false}
          axisLine={{ stroke: "var(--color-line-2)" }}
          tick={axisTick}
          tickMargin={6}
          minTickGap={36}
        />
        <YAxis
          domain={cutAxis ? ["auto", "auto"] : [low, "auto"]}
          tickFormatter={(value: number) => formatTick(value, y)}
          tickLine={false}
          axisLine={false}
          tick={axisTick}
          width="auto"
          tickCount={5}
          interval={0} // a step that is left out for want of room would make the others look uneven
          allowDecimals={y.kind !== "count"}
        />
        {greyFrom !== null && lastX !== undefined && (
          <ReferenceArea x1={greyFrom} x2={lastX} fill="var(--color-fill-2)" fillOpacity={0.6} />
        )}
        {low === "auto" && <ReferenceLine y={0} stroke="var(--color-ink-3)" />}
        {series.map((one) => seriesMarks(one, series.length > 1 ? lineName(one, series) : null))}
        <AnnotationLines annotations={annotations} series={series} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ stroke: "var(--color-ink-3)", strokeDasharray: "2 3" }}
          content={({ active, label: place }) =>
            active && place !== undefined ? <TrendTip series={series} place={place} x={x} y={y} /> : null
          }
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}

type AnnotationLinesProps = Pick<TrendDrawingProps, "annotations" | "series">;

/** What lies too close for two rings is one ring; how close that is depends on how wide the drawing came out. */
function AnnotationLines({ annotations, series }: AnnotationLinesProps) {
  const width = usePlotArea()?.width ?? 0;
  const places = series.flatMap(({ points }) => points.map(({ x }) => Number(x)));
  const closest = width === 0 ? 0 : (MARK_WIDTH / width) * (Math.max(...places) - Math.min(...places));
  return annotationGroups(annotations, closest).map(({ x, numbers }) => (
    <ReferenceLine
      key={numbers}
      x={x}
      stroke="var(--color-line-2)"
      label={<AnnotationMark numbers={numbers} />}
    />
  ));
}

/** Band, line and dashed rest of one series; plain elements, since recharts looks for them by type. */
function seriesMarks({ key, tone }: TrendSeries, name: LineName | null) {
  const color = chartColor(tone);
  const shared = { stroke: color, strokeWidth: 1.75, dot: false, isAnimationActive: false } as const;
  return [
    <Area
      key={`${key}-band`}
      dataKey={`${key}-band`}
      stroke="none"
      fill={color}
      fillOpacity={0.14}
      isAnimationActive={false}
      activeDot={false}
    />,
    <Line
      key={key}
      dataKey={key}
      {...shared}
      {...(name === null
        ? {}
        : { label: (place: LinePlace) => <LineLabel {...name} {...place} color={color} /> })}
      activeDot={{ r: 4, fill: color, stroke: "var(--color-surface)" }}
    />,
    <Line
      key={`${key}-dashed`}
      dataKey={`${key}-dashed`}
      {...shared}
      strokeDasharray="3 3"
      activeDot={false}
    />,
  ];
}

type TrendTipProps = { series: readonly TrendSeries[]; place: string | number; x: XFormat; y: ValueFormat };

function TrendTip({ series, place, x, y }: TrendTipProps) {
  const lines = series.flatMap(({ label, tone, points }) => {
    const point = points.find((candidate) => candidate.x === place);
    if (!point) return [];
    const { low, high } = point;
    const extra = low !== undefined && high !== undefined ? { extra: formatInterval(low, high, y) } : {};
    return [{ label, color: chartColor(tone), value: formatValue(point.y, y), ...extra }];
  });
  return <ChartTooltip title={formatX(place, x)} lines={lines} />;
}
