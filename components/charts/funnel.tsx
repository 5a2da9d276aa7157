import type { ReactNode } from "react";
import { formatCount, formatPercent } from "@/components/ui/format";
import { Meter } from "@/components/ui/meter";
import { TextLink } from "@/components/ui/text-link";

export type FunnelStep = {
  label: string;
  count: number;
  /** Where they are listed. */
  href?: string | undefined;
  /** Who is left out here, and why: “328 stopped by checks or by people”. */
  note?: ReactNode;
};

/** What happened beside the steps, not as a part of the one before. */
export type FunnelApart = FunnelStep & { note: ReactNode };

/** How many are left after each step: bars against the first, percent against the step before. Itself a list of figures. */
export function Funnel({
  label,
  steps,
  apart,
}: {
  label: string;
  steps: readonly FunnelStep[];
  apart?: FunnelApart;
}) {
  const whole = steps[0]?.count ?? 0;
  return (
    <ol aria-label={label} className="grid gap-3">
      {steps.map((step, index) => {
        const before = steps[index - 1]?.count;
        return (
          <li key={step.label} className="grid gap-1">
            <div className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1">{step.label}</span>
              <Count {...step} />
              <span className="w-14 text-right text-12 text-ink-3">
                {before !== undefined && before > 0 && (
                  <>
                    {formatPercent(step.count / before)}
                    <span className="sr-only"> of the step before</span>
                  </>
                )}
              </span>
            </div>
            <Meter
              label={`${step.label}, of ${formatCount(whole)}`}
              value={step.count}
              max={Math.max(whole, 1)}
            />
            {step.note && <p className="text-11 text-ink-3">{step.note}</p>}
          </li>
        );
      })}
      {apart && (
        <li className="grid gap-1 border-t pt-3">
          <div className="flex items-baseline gap-2">
            <span className="min-w-0 flex-1">{apart.label}</span>
            <Count {...apart} />
            <span className="w-14" />
          </div>
          <p className="text-11 text-ink-3">{apart.note}</p>
        </li>
      )}
    </ol>
  );
}

const Count = ({ count, href }: FunnelStep) => (
  <span className="font-medium">
    {href === undefined || count === 0 ? (
      formatCount(count)
    ) : (
      <TextLink href={href}>{formatCount(count)}</TextLink>
    )}
  </span>
);
