import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { formatCount, formatPercent } from "@/components/ui/format";
import { Meter } from "@/components/ui/meter";

export type FunnelStep = {
  label: string;
  count: number;
  /** Who is left out here, and why: “328 stopped by checks or by people”. */
  note?: ReactNode;
};

/** How many are left after each step: bars against the first, percent against the step before. Itself a list of figures. */
export function Funnel({
  label,
  steps,
  className,
}: {
  label: string;
  steps: readonly FunnelStep[];
  className?: string;
}) {
  const whole = steps[0]?.count ?? 0;
  return (
    <ol aria-label={label} className={cn("grid gap-3", className)}>
      {steps.map((step, index) => {
        const before = steps[index - 1]?.count;
        return (
          <li key={step.label} className="grid gap-1">
            <div className="flex items-baseline gap-2">
              <span className="min-w-0 flex-1">{step.label}</span>
              <span className="font-medium">{formatCount(step.count)}</span>
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
    </ol>
  );
}
