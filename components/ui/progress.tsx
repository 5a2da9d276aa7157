import type { ReactNode } from "react";
import { cn } from "./cn";

type ProgressProps = {
  label: string;
  /** Done so far, between 0 and 1; null while the whole is not known. */
  share: number | null;
  /** At the left below: “12,400 of 50,000 rows”. */
  text?: ReactNode;
  /** At the right below: “about 2 min left”. */
  estimate?: ReactNode;
  /** Usually a Cancel button, at the right of the bar. */
  action?: ReactNode;
  className?: string | undefined;
};

/** Long work: how far it is, how long it takes, how to stop it. It goes on after leaving the page. */
export function Progress({ label, share, text, estimate, action, className }: ProgressProps) {
  const percent = share === null ? null : Math.round(Math.min(Math.max(share, 0), 1) * 100);
  return (
    <div className={cn("flex items-center gap-3", className)}>
      <div className="grid min-w-0 flex-1 gap-1">
        <div
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent ?? undefined}
          className="h-2 overflow-hidden rounded-full bg-fill-2 forced-colors:border"
        >
          <div
            className={cn(
              "h-full rounded-full bg-accent transition-[width] forced-colors:bg-[Highlight]",
              percent === null && "animate-pulse-soft",
            )}
            style={{ width: percent === null ? "100%" : `${percent}%` }}
          />
        </div>
        <div className="flex justify-between gap-3 text-12 text-ink-3">
          <span>{text}</span>
          <span>{estimate}</span>
        </div>
      </div>
      {action}
    </div>
  );
}
