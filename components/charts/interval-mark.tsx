import { cn } from "@/components/ui/cn";
import { place, type Scale } from "./scale";

export type IntervalPoint = { value: number; low: number; high: number };

type Ends = Pick<Scale, "low" | "high">;

type IntervalMarkProps = IntervalPoint & {
  scale: Ends;
  /** What the mark says, with figures; leave it out where a cell beside says it. */
  label?: string;
  className?: string | undefined;
};

/** An interval that holds zero cannot be told from chance. */
export function holdsZero({ low, high }: Ends): boolean {
  return low <= 0 && high >= 0;
}

/**
 * An estimate and its interval on a line with zero marked: for cells of a table and rows of an IntervalPlot.
 * Grey when it holds zero, in the colour of what blocks when it lies below; an arrow where the estimate lies beyond the scale.
 */
export function IntervalMark({ value, low, high, scale, label, className }: IntervalMarkProps) {
  const color = colorOf({ low, high });
  const zero = `${place(0, scale)}%`;
  const inside = value >= scale.low && value <= scale.high;
  return (
    <svg
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
      className={cn("block h-5 w-full min-w-24 overflow-visible", className)}
    >
      {holdsZero(scale) && <line x1={zero} x2={zero} y1="0" y2="20" stroke="var(--color-line-2)" />}
      {inside ? (
        <Whiskers point={{ value, low, high }} scale={scale} color={color} />
      ) : (
        <Beyond right={value > scale.high} color={color} />
      )}
    </svg>
  );
}

function colorOf(ends: Ends): string {
  if (holdsZero(ends)) return "var(--color-chart-6)";
  return ends.high < 0 ? "var(--color-block)" : "var(--color-chart-1)";
}

/** A whisker that leaves the scale has no end. */
function Whiskers({ point, scale, color }: { point: IntervalPoint; scale: Ends; color: string }) {
  const at = (value: number) => `${place(value, scale)}%`;
  const ends = [point.low, point.high].filter((end) => end >= scale.low && end <= scale.high);
  return (
    <g stroke={color}>
      <line x1={at(point.low)} x2={at(point.high)} y1="10" y2="10" strokeWidth="2" />
      {ends.map((end) => (
        <line key={end} x1={at(end)} x2={at(end)} y1="6" y2="14" strokeWidth="1.5" />
      ))}
      <circle
        cx={at(point.value)}
        cy="10"
        r="4"
        fill={color}
        stroke="var(--color-surface)"
        strokeWidth="1.5"
      />
    </g>
  );
}

function Beyond({ right, color }: { right: boolean; color: string }) {
  return (
    <svg aria-hidden="true" x={right ? "100%" : "0%"} y="10" className="overflow-visible">
      <path
        d={right ? "M-24 0h22m-6-5 6 5-6 5" : "M24 0H2m6-5L2 0l6 5"}
        fill="none"
        stroke={color}
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
