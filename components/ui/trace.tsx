import type { ReactNode } from "react";
import { cn } from "./cn";
import { ReasonCode } from "./reason-code";
import { type Tone, toneBox } from "./tone";
import { ToneIcon } from "./tone-icon";

export type TraceStep = {
  name: string;
  tone: Tone;
  /** The tone in words, for readers: “passed”, “held”, “stopped”. */
  outcome: string;
  /** Time spent: “0.4 ms”. */
  took?: ReactNode;
  /** The one fact that the step added. */
  fact: ReactNode;
  detail?: ReactNode;
  codes?: readonly string[];
  icon?: ReactNode;
};

/** Steps in their order, each with the time it took, what it found and why. */
export function Trace({
  label,
  steps,
  className,
}: {
  label: string;
  steps: readonly TraceStep[];
  className?: string;
}) {
  return (
    <ol aria-label={label} className={className}>
      {steps.map((step) => (
        <li
          key={step.name}
          className="relative grid grid-cols-[24px_88px_minmax(0,1fr)] gap-x-2.5 pb-4 before:absolute before:top-6 before:bottom-0 before:left-[11.5px] before:w-px before:bg-line-2 last:pb-0 last:before:hidden max-sm:grid-cols-[24px_minmax(0,1fr)]"
        >
          <span
            className={cn(
              "row-span-2 grid size-6 place-items-center rounded-full [&_svg]:size-3",
              toneBox[step.tone],
            )}
          >
            {step.icon ?? <ToneIcon tone={step.tone} />}
            <span className="sr-only">{step.outcome}</span>
          </span>
          <div className="pt-0.5 max-sm:flex max-sm:items-baseline max-sm:gap-2">
            <div className="font-medium">{step.name}</div>
            {step.took && <div className="text-11 text-ink-3">{step.took}</div>}
          </div>
          <div className="min-w-0 pt-0.5 text-ink-2">
            <span className="font-medium text-ink">{step.fact}</span> {step.detail}
            {step.codes !== undefined && step.codes.length > 0 && (
              <div className="mt-0.5 flex flex-wrap gap-1">
                {step.codes.map((code) => (
                  <ReasonCode key={code}>{code}</ReasonCode>
                ))}
              </div>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
