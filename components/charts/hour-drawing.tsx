"use client";
import { Bar, BarChart, Cell, ReferenceLine, ResponsiveContainer, Tooltip, XAxis } from "recharts";
import { formatCount } from "@/components/ui/format";
import { axisTick } from "./axis-tick";
import { ChartTooltip } from "./chart-tooltip";

export type DrawnHour = { hour: number; span: string; count: number };

type Props = {
  label: string;
  hours: readonly DrawnHour[];
  /** what is counted, as a head: “Clicks” */
  measure: string;
  chosen: number | null;
  height: number;
};

export function HourDrawing({ label, hours, measure, chosen, height }: Props) {
  return (
    <ResponsiveContainer width="100%" height={height} initialDimension={{ width: 320, height }}>
      <BarChart
        data={[...hours]}
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
            const line = { label: measure, color: "var(--color-chart-1)", value: formatCount(bar.count) };
            return <ChartTooltip title={bar.span} lines={[line]} />;
          }}
        />
        {chosen !== null && <ReferenceLine x={chosen} stroke="var(--color-chart-1)" strokeDasharray="3 3" />}
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
  );
}
