import type { ReactNode } from "react";
import { cn } from "./cn";

type SectionProps = { title?: ReactNode; children: ReactNode; className?: string | undefined };

/** A part of a card, set off by a rule from the part before. */
export function Section({ title, children, className }: SectionProps) {
  return (
    <div className={cn("px-4 py-3.5 not-first:border-t", className)}>
      {title && <h3 className="mb-2 text-12 leading-4 font-medium text-ink-3">{title}</h3>}
      {children}
    </div>
  );
}
