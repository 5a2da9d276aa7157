import type { ReactNode } from "react";
import { cn } from "./cn";
import { type Tone, toneText } from "./tone";
import { ToneIcon } from "./tone-icon";

type CheckItemProps = {
  tone: Tone;
  /** The tone in words, for readers: “passed”, “waits”, “blocks”. */
  outcome: string;
  icon?: ReactNode;
  children: ReactNode;
};

/** Checks, one a line: put CheckItems inside. */
export function CheckList({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <ul aria-label={label} className={className}>
      {children}
    </ul>
  );
}

export function CheckItem({ tone, outcome, icon, children }: CheckItemProps) {
  return (
    <li className="flex items-start gap-2 py-[5px]">
      <span className={cn("mt-0.5 shrink-0 [&_svg]:size-4", toneText[tone])}>
        {icon ?? <ToneIcon tone={tone} />}
        <span className="sr-only">{outcome}: </span>
      </span>
      <div className="min-w-0 text-ink-2">{children}</div>
    </li>
  );
}
