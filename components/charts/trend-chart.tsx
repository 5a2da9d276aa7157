"use client";
import dynamic from "next/dynamic";
import type { ValueFormat } from "@/components/ui/format";
import { AnnotationList } from "./annotation";
import { formatX, type XFormat } from "./axis-format";
import { chartColor } from "./chart-color";
import { ChartFrame, LegendItem } from "./chart-frame";
import { type TrendSeries, trendTable } from "./trend-rows";
import { WhenNear } from "./when-near";

/** The drawing comes when it is near: figures, legend and table do not wait for it. */
const TrendDrawing = dynamic(() => import("./trend-drawing").then((part) => part.TrendDrawing), {
  ssr: false,
});

type TrendChartProps = {
  /** What is drawn, over which time and people. */
  label: string;
  series: readonly TrendSeries[];
  y: ValueFormat;
  x: XFormat;
  /** The first column of the table: “Day”. */
  xLabel?: string;
  /** From this point on the period is not over: drawn dashed. */
  incompleteFrom?: number | string;
  /** Numbered on the drawing, explained below it. */
  annotations?: readonly { x: number | string; label: string }[];
  /** Lets the axis begin above zero, and says so. */
  cutAxis?: boolean;
  height?: number;
};

/** Series over time, each with its interval as a band. Arrow keys walk through the points. */
export function TrendChart(props: TrendChartProps) {
  const {
    label,
    series,
    y,
    x,
    xLabel = "Day",
    incompleteFrom,
    annotations = [],
    cutAxis = false,
    height = 260,
  } = props;
  const notes = [
    ...(series.some(({ points }) => points.some(({ low }) => low !== undefined))
      ? ["Bands are 95 % intervals."]
      : []),
    ...(incompleteFrom === undefined ? [] : [`Dashed from ${formatX(incompleteFrom, x)}: not over yet.`]),
    ...(cutAxis ? ["The axis does not begin at zero."] : []),
  ];
  return (
    <ChartFrame
      label={label}
      table={trendTable(series, x, y, xLabel)}
      notes={notes}
      legend={
        <>
          {series.map(({ key, label: name, tone }) => (
            <LegendItem key={key} color={chartColor(tone)}>
              {name}
            </LegendItem>
          ))}
          <AnnotationList annotations={annotations} x={x} />
        </>
      }
    >
      <WhenNear height={height}>
        <TrendDrawing {...props} annotations={annotations} cutAxis={cutAxis} height={height} />
      </WhenNear>
    </ChartFrame>
  );
}
