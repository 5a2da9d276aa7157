"use client";
import { Bar, BarChart, Cell, ResponsiveContainer, Tooltip, XAxis } from "recharts";
import { formatCount } from "@/components/ui/format";
import { axisTick } from "./axis-tick";
import { ChartFrame } from "./chart-frame";
import { ChartTooltip } from "./chart-tooltip";

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
  const table = {
    columns: ["Hour", capital(unit)],
    rows: hours.map(({ span, count }) => [span, formatCount(count)]),
  };
  const notes = chosen === null ? [] : [`Chosen: ${hourSpan(chosen)}.`];
  return (
    <ChartFrame label={label} table={table} notes={notes}>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 320, height }}>
        <BarChart
          data={hours}
          margin={{ top: 4, right: 4, bottom: 0, left: 14 }}
          barCategoryGap={2}
          title={label}
          accessibilityLayer
        >
          <XAxis
            dataKey="hour"
            ticks={[0, 6, 12, 18]}
            interval={0}
            tickFormatter={(hour: number) => `${String(hour).padStart(2, "0")}:00`}
            tickLine={false}
            axisLine={{ stroke: "var(--color-line-2)" }}
            tick={axisTick}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--color-fill)" }}
            content={({ active, label: hour }) => {
              const bar = hours[Number(hour)];
              if (!active || !bar) return null;
              const line = {
                label: capital(unit),
                color: "var(--color-chart-1)",
                value: formatCount(bar.count),
              };
              return <ChartTooltip title={bar.span} lines={[line]} />;
            }}
          />
          <Bar dataKey="count" radius={[2, 2, 0, 0]} isAnimationActive={false}>
            {hours.map(({ hour }) => (
              <Cell
                key={hour}
                fill={hour === chosen || chosen === null ? "var(--color-chart-1)" : "var(--color-chart-6)"}
              />
            ))}
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}

function hourSpan(hour: number): string {
  const two = (value: number) => String(value % 24).padStart(2, "0");
  return `${two(hour)}:00–${two(hour + 1)}:00`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
