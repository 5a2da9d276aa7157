import type { ReactNode } from "react";
import { cn } from "./cn";

type SectionProps = {
  title?: ReactNode;
  /** 2 in a card without a header of its own. */
  level?: 2 | 3;
  children: ReactNode;
  className?: string | undefined;
};

/** A part of a card, set off by a rule from the part before. */
export function Section({ title, level = 3, children, className }: SectionProps) {
  const Heading = `h${level}` as const;
  return (
    <div className={cn("px-4 py-3.5 not-first:border-t", className)}>
      {title && <Heading className="mb-2 text-12 leading-4 font-medium text-ink-3">{title}</Heading>}
      {children}
    </div>
  );
}
