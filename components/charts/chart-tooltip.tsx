import type { ReactNode } from "react";

type ChartTooltipProps = {
  title: string;
  lines: readonly { label: string; color: string; value: string; extra?: string }[];
  note?: ReactNode;
};

/** The figures under the pointer, or under the arrow keys. */
export function ChartTooltip({ title, lines, note }: ChartTooltipProps) {
  return (
    <div className="grid max-w-80 gap-1 rounded-md max-sm:max-w-52 border bg-surface px-2.5 py-2 text-12 shadow-2">
      <p className="font-medium">{title}</p>
      {lines.map((line) => (
        <p key={line.label} className="flex items-baseline gap-1.5 whitespace-nowrap max-sm:flex-wrap">
          <i aria-hidden className="size-2 self-center rounded-full" style={{ background: line.color }} />
          <span className="text-ink-2">{line.label}</span>
          <span className="ml-auto pl-3 font-medium">{line.value}</span>
          {line.extra && <span className="text-ink-3">{line.extra}</span>}
        </p>
      ))}
      {note && <p className="text-ink-3">{note}</p>}
    </div>
  );
}
