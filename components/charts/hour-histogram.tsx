"use client";
import dynamic from "next/dynamic";
import { formatCount } from "@/components/ui/format";
import { ChartFrame } from "./chart-frame";
import { WhenNear } from "./when-near";

/** The drawing comes when it is near: notes and table do not wait for it. */
const HourDrawing = dynamic(() => import("./hour-drawing").then((part) => part.HourDrawing), { ssr: false });

type HourHistogramProps = {
  label: string;
  /** 24 counts, from midnight on the person's (or the company's) clock. */
  counts: readonly number[];
  /** What is counted: “clicks”. */
  unit: string;
  /** The hour that was chosen, 0–23. */
  chosen?: number | null;
  height?: number;
};

/** When something happens in the day, hour by hour. */
export function HourHistogram({ label, counts, unit, chosen = null, height = 96 }: HourHistogramProps) {
  const hours = counts.map((count, hour) => ({ hour, span: hourSpan(hour), count }));
  const measure = `${unit.charAt(0).toUpperCase()}${unit.slice(1)}`;
  const table = {
    columns: ["Hour", measure],
    rows: hours.map(({ span, count }) => [span, formatCount(count)]),
  };
  const notes = chosen === null ? [] : [`Dashed: chosen, ${hourSpan(chosen)}.`];
  return (
    <ChartFrame label={label} table={table} notes={notes}>
      <WhenNear height={height}>
        <HourDrawing label={label} hours={hours} measure={measure} chosen={chosen} height={height} />
      </WhenNear>
    </ChartFrame>
  );
}

function hourSpan(hour: number): string {
  const two = (value: number) => String(value % 24).padStart(2, "0");
  return `${two(hour)}:00–${two(hour + 1)}:00`;
}
