import type { ReactNode } from "react";
import { cn } from "./cn";
import { type Tone, toneBox } from "./tone";

/** What happened, newest first. Put TimelineDay and TimelineItem inside. */
export function Timeline({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <ol aria-label={label} className={className}>
      {children}
    </ol>
  );
}

export function TimelineDay({ children }: { children: ReactNode }) {
  return <li className="pb-2 text-12 font-medium text-ink-3 not-first:pt-1">{children}</li>;
}

type TimelineItemProps = {
  icon: ReactNode;
  tone?: Tone;
  title: ReactNode;
  /** Who, why, which: one grey line. */
  detail?: ReactNode;
  /** In words, on the company's clock. */
  time?: ReactNode;
  /** The same instant for machines, ISO 8601. */
  dateTime?: string;
  /** A small button below the time. */
  action?: ReactNode;
};

export function TimelineItem({
  icon,
  tone = "neutral",
  title,
  detail,
  time,
  dateTime,
  action,
}: TimelineItemProps) {
  return (
    <li className="relative grid grid-cols-[24px_minmax(0,1fr)_auto] gap-x-2.5 pb-3.5 before:absolute before:top-6 before:bottom-0 before:left-[11.5px] before:w-px before:bg-line-2 last:pb-0 last:before:hidden">
      <span
        aria-hidden
        className={cn("grid size-6 place-items-center rounded-full [&_svg]:size-3", toneBox[tone])}
      >
        {icon}
      </span>
      <div className="min-w-0 pt-0.5">
        <div>{title}</div>
        {detail && <div className="text-12 text-ink-3">{detail}</div>}
      </div>
      <span className="flex items-start gap-1 pt-0.5">
        {time && (
          <time dateTime={dateTime} className="text-12 whitespace-nowrap text-ink-3">
            {time}
          </time>
        )}
        {action}
      </span>
    </li>
  );
}
