import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { formatValue, type ValueFormat } from "@/components/ui/format";
import { Meter } from "@/components/ui/meter";
import type { Tone } from "@/components/ui/tone";

export type BarListItem = {
  key: string;
  label: ReactNode;
  /** What is read out beside the bar, where the label is more than words. */
  name?: string;
  value: number;
  tone?: Tone;
};

type BarListProps = {
  label: string;
  items: readonly BarListItem[];
  format: ValueFormat;
  className?: string | undefined;
};

/** Lying bars with their names and figures, against the longest. Itself a list, so it needs no table beside it. */
export function BarList({ label, items, format, className }: BarListProps) {
  const longest = Math.max(...items.map(({ value }) => value), 0);
  return (
    <ul
      aria-label={label}
      className={cn("grid grid-cols-[auto_auto_minmax(48px,1fr)] gap-x-4 gap-y-1.5", className)}
    >
      {items.map((item) => (
        <li key={item.key} className="col-span-3 grid grid-cols-subgrid items-center">
          <span className="min-w-0">{item.label}</span>
          <span className="text-right">{formatValue(item.value, format)}</span>
          <Meter
            label={item.name ?? (typeof item.label === "string" ? item.label : item.key)}
            value={item.value}
            max={longest || 1}
            text={formatValue(item.value, format)}
            tone={item.tone ?? "neutral"}
          />
        </li>
      ))}
    </ul>
  );
}
