import type { ReactNode } from "react";
import { Card } from "./card";
import { cn } from "./cn";
import { type Tone, toneText } from "./tone";
import { ToneIcon } from "./tone-icon";

type AlertRowProps = {
  tone: Tone;
  /** What happened, in one sentence. */
  title: ReactNode;
  /** What was kept, what to do, by when. */
  children?: ReactNode;
  /** One small button or link. */
  action?: ReactNode;
  icon?: ReactNode;
};

/** Things that need a person, most urgent first: put AlertRows inside. */
export function AlertList({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <Card aria-label={label} className={className}>
      {children}
    </Card>
  );
}

export function AlertRow({ tone, title, children, action, icon }: AlertRowProps) {
  return (
    <div className="flex items-center gap-x-2.5 gap-y-2 px-3.5 py-[11px] not-first:border-t max-md:flex-wrap max-md:items-start">
      <span className={cn("shrink-0 max-md:mt-0.5 [&_svg]:size-4", toneText[tone])}>
        {icon ?? <ToneIcon tone={tone} />}
      </span>
      <p className="min-w-0 flex-1 text-ink-2 max-md:min-w-[calc(100%-26px)]">
        <span className="font-medium text-ink">{title}</span> {children}
      </p>
      {action && <div className="flex shrink-0 gap-2 max-md:ml-[26px]">{action}</div>}
    </div>
  );
}
