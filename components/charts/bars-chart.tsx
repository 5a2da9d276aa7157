"use client";
import { Bar, BarChart, CartesianGrid, Cell, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";
import { formatValue, type ValueFormat } from "@/components/ui/format";
import { formatTick } from "./axis-format";
import { axisTick } from "./axis-tick";
import { type ChartTone, chartColor } from "./chart-color";
import { ChartFrame } from "./chart-frame";
import { ChartTooltip } from "./chart-tooltip";

export type BarPoint = { label: string; value: number; tone?: ChartTone };

type BarsChartProps = {
  label: string;
  bars: readonly BarPoint[];
  format: ValueFormat;
  /** Heads of the table: what the bars are, what their height is. */
  columns: readonly [string, string];
  notes?: readonly string[];
  height?: number;
};

/** Standing bars from zero: a few short names, or steps of a scale. For long names, use BarList. */
export function BarsChart({ label, bars, format, columns, notes = [], height = 220 }: BarsChartProps) {
  const table = { columns, rows: bars.map((bar) => [bar.label, formatValue(bar.value, format)]) };
  return (
    <ChartFrame label={label} table={table} notes={notes}>
      <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 640, height }}>
        <BarChart
          data={[...bars]}
          margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
          title={label}
          accessibilityLayer
        >
          <CartesianGrid vertical={false} stroke="var(--color-grid)" />
          <XAxis
            dataKey="label"
            tickLine={false}
            axisLine={{ stroke: "var(--color-line-2)" }}
            tick={axisTick}
            tickMargin={6}
          />
          <YAxis
            tickFormatter={(value: number) => formatTick(value, format)}
            tickLine={false}
            axisLine={false}
            tick={axisTick}
            width="auto"
            tickCount={5}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: "var(--color-fill)", fillOpacity: 0.6 }}
            content={({ active, label: name }) => {
              const bar = bars.find((candidate) => candidate.label === name);
              return active && bar ? <BarTip bar={bar} format={format} measure={columns[1]} /> : null;
            }}
          />
          <Bar dataKey="value" radius={[3, 3, 0, 0]} maxBarSize={44} isAnimationActive={false}>
            {bars.map((bar) => (
              <Cell key={bar.label} fill={chartColor(bar.tone ?? "treated")} />
            ))}
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </ChartFrame>
  );
}

function BarTip({ bar, format, measure }: { bar: BarPoint; format: ValueFormat; measure: string }) {
  const color = chartColor(bar.tone ?? "treated");
  return (
    <ChartTooltip
      title={bar.label}
      lines={[{ label: measure, color, value: formatValue(bar.value, format) }]}
    />
  );
}
