import { cn } from "@/components/ui/cn";
import type { IntervalPoint } from "./interval-mark";
import { holdsZero } from "./interval-mark";
import { place, type Scale } from "./scale";

const HEIGHT = 36;
const POINTS = 41;
/** How far the shape is drawn to either side, in standard errors. */
const REACH = 3;

type ViolinProps = IntervalPoint & {
  /** the standard error: the shape is the normal distribution around the value */
  se: number;
  scale: Pick<Scale, "low" | "high">;
  /** What it says, with figures. */
  label: string;
  className?: string;
};

/**
 * An estimate as the distribution of what it may be, around a zero line, with its interval as a bar. Grey where the interval
 * holds zero.
 */
export function Violin({ value, low, high, se, scale, label, className }: ViolinProps) {
  const color = holdsZero({ low, high }) ? "var(--color-chart-6)" : "var(--color-chart-1)";
  const zero = `${place(0, scale)}%`;
  return (
    <svg
      role="img"
      aria-label={label}
      className={cn("block w-full min-w-32 overflow-hidden", className)}
      height={HEIGHT}
    >
      <line x1={zero} x2={zero} y1="0" y2={HEIGHT} stroke="var(--color-ink-3)" strokeDasharray="2 3" />
      <svg
        aria-hidden="true"
        viewBox={`0 0 100 ${HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height={HEIGHT}
      >
        <path d={shape(value, se, scale)} fill={color} opacity="0.22" />
      </svg>
      <line
        x1={`${place(low, scale)}%`}
        x2={`${place(high, scale)}%`}
        y1={HEIGHT / 2}
        y2={HEIGHT / 2}
        stroke={color}
        strokeWidth="2"
      />
      <circle
        cx={`${place(value, scale)}%`}
        cy={HEIGHT / 2}
        r="4"
        fill={color}
        stroke="var(--color-surface)"
        strokeWidth="1.5"
      />
    </svg>
  );
}

/** The outline of the distribution, mirrored; x in percent of the width. */
function shape(value: number, se: number, scale: Pick<Scale, "low" | "high">): string {
  const steps = Array.from({ length: POINTS }, (_, i) => REACH * ((2 * i) / (POINTS - 1) - 1));
  const half = (z: number) => (HEIGHT / 2 - 1) * Math.exp((-z * z) / 2);
  const point = (z: number, side: 1 | -1) =>
    `${place(value + z * se, scale).toFixed(2)} ${(HEIGHT / 2 + side * half(z)).toFixed(2)}`;
  const above = steps.map((z) => point(z, -1));
  const below = [...steps].reverse().map((z) => point(z, 1));
  return `M${[...above, ...below].join("L")}Z`;
}
