import type { ReactNode } from "react";
import { cn } from "./cn";
import { type Tone, toneSolid } from "./tone";

type StatusProps = { tone?: Tone | "draft"; children: ReactNode; className?: string | undefined };

/** A dot and a word. The word says it; the dot only makes it quick to find. */
export function Status({ tone = "neutral", children, className }: StatusProps) {
  const dot = tone === "draft" ? "inset-ring-[1.5px] inset-ring-ink-3" : toneSolid[tone];
  return (
    <span className={cn("inline-flex items-center gap-1.5 whitespace-nowrap", className)}>
      <span aria-hidden className={cn("size-[7px] shrink-0 rounded-full", dot)} />
      {children}
    </span>
  );
}
