import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Figure } from "./figure";
import { formatInterval, type ValueFormat } from "./format";

type StatProps = {
  label: ReactNode;
  /** Null when it is not known; say why in `missing`. */
  value: number | null;
  format: ValueFormat;
  /** Its 95 % interval; every estimate carries one. */
  interval?: { low: number; high: number } | null;
  /** Too little data, as a sentence: “Not enough data: holdout has 612 of 1,000 people”. Stands in for the value. */
  missing?: ReactNode;
  /** Right behind the figure: a Delta. */
  change?: ReactNode;
  /** Beside the label: a Status in words. */
  state?: ReactNode;
  /** At the right of the figure: a Sparkline. */
  aside?: ReactNode;
  /** Below: numerator and denominator, target, beginning. */
  note?: ReactNode;
  /** Where the definition stands; the label becomes the link. */
  definition?: string;
  size?: "m" | "l" | "xl";
  className?: string | undefined;
};

/** A number with its unit, interval, base and the way to its definition. */
export function Stat({
  label,
  value,
  format,
  interval,
  missing,
  change,
  state,
  aside,
  note,
  definition,
  size = "m",
  className,
}: StatProps) {
  return (
    <div className={cn("grid min-w-0 content-start gap-1.5", className)}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-0.5 text-ink-2">
        {definition === undefined ? (
          <span>{label}</span>
        ) : (
          <DefinitionLink href={definition}>{label}</DefinitionLink>
        )}
        {state && <span className="text-11">{state}</span>}
      </div>
      {missing ? (
        <p className="text-12 text-ink-3">{missing}</p>
      ) : (
        <div className="flex flex-wrap items-end justify-between gap-x-3 gap-y-1">
          <span className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
            <Figure value={value} format={format} size={size} />
            {interval && <Interval {...interval} format={format} />}
            {change}
          </span>
          {aside}
        </div>
      )}
      {note && <div className="text-11 text-ink-3">{note}</div>}
    </div>
  );
}

/** Both ends of a 95 % interval, grey. */
export function Interval({
  low,
  high,
  format,
  className,
}: {
  low: number;
  high: number;
  format: ValueFormat;
  className?: string;
}) {
  return (
    <span title="95 % interval" className={cn("whitespace-nowrap text-ink-3", className)}>
      <span className="sr-only">95 % interval </span>
      {formatInterval(low, high, format)}
    </span>
  );
}

function DefinitionLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      title="What this means and the decisions behind it"
      className="rounded-sm decoration-line-2 decoration-dotted underline-offset-3 hover:text-accent hover:decoration-accent [text-decoration-line:underline]"
    >
      {children}
    </Link>
  );
}

/** Stats side by side in one card, set off by rules. Two columns on phones. */
export function StatRow({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <div
      className={cn(
        "grid grid-cols-2 overflow-hidden rounded-lg border bg-surface shadow-1 lg:auto-cols-fr lg:grid-flow-col lg:grid-cols-none [&>*]:-mt-px [&>*]:-ml-px [&>*]:border-t [&>*]:border-l [&>*]:p-3 md:[&>*]:px-4 md:[&>*]:py-3.5",
        className,
      )}
    >
      {children}
    </div>
  );
}
