import { ArrowDownRight, ArrowUpRight, Minus } from "lucide-react";
import { cn } from "./cn";
import { formatValue, type ValueFormat } from "./format";

type DeltaProps = {
  /** The change, in the unit of `format`; null while there is nothing to compare with. */
  value: number | null;
  format: ValueFormat;
  /** Which way is good; null where neither is. */
  good?: "up" | "down" | null;
  className?: string | undefined;
};

/** A signed change. The arrow says which way, the colour whether that is good. */
export function Delta({ value, format, good = "up", className }: DeltaProps) {
  if (value === null)
    return <span className={cn("text-12 text-ink-3", className)}>nothing to compare with</span>;
  if (value === 0) return <span className={cn("text-12 text-ink-3", className)}>no change</span>;
  const rises = value > 0;
  const colour = good === null ? "text-ink-2" : (good === "up") === rises ? "text-pass" : "text-block";
  const Arrow = rises ? ArrowUpRight : value < 0 ? ArrowDownRight : Minus;
  return (
    <span
      className={cn(
        "inline-flex items-center gap-0.5 text-12 font-medium whitespace-nowrap",
        colour,
        className,
      )}
    >
      <Arrow aria-hidden className="size-[13px]" />
      {formatValue(value, format, { sign: true })}
    </span>
  );
}
