import { cn } from "@/components/ui/cn";
import { type ChartTone, chartColor } from "./chart-color";

type SparklineProps = {
  /** What it shows, in words: “rises from 2.5 % to 2.9 % in 30 days”. Without it the line is decoration. */
  label?: string;
  values: readonly number[];
  /** A dashed line to compare with. */
  target?: number | null;
  tone?: ChartTone;
  className?: string | undefined;
};

const WIDTH = 96;
const HEIGHT = 30;
const EDGE = 3;

/** A line without axes, for the shape of the last weeks beside a figure. */
export function Sparkline({ label, values, target = null, tone = "treated", className }: SparklineProps) {
  const scaled = target === null ? values : [...values, target];
  const low = Math.min(...scaled);
  const span = Math.max(...scaled) - low;
  const y = (value: number) =>
    span === 0 ? HEIGHT / 2 : HEIGHT - EDGE - ((value - low) / span) * (HEIGHT - 2 * EDGE);
  const x = (index: number) =>
    EDGE + (values.length < 2 ? 0 : (index / (values.length - 1)) * (WIDTH - 2 * EDGE));
  const last = values.at(-1);
  if (last === undefined) return null;
  return (
    <svg
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      className={cn("h-[30px] w-24 shrink-0", className)}
    >
      {target !== null && (
        <line
          x1="0"
          x2={WIDTH}
          y1={y(target)}
          y2={y(target)}
          stroke="var(--color-ink-3)"
          strokeDasharray="2 3"
        />
      )}
      <polyline
        points={values.map((value, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(" ")}
        fill="none"
        stroke={chartColor(tone)}
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <circle cx={x(values.length - 1)} cy={y(last)} r="2.5" fill={chartColor(tone)} />
    </svg>
  );
}
