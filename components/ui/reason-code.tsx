import type { ReactNode } from "react";
import { cn } from "./cn";

/** A stable code as the system writes it: reason codes, short hashes. */
export function ReasonCode({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return (
    <code
      className={cn(
        "inline-block max-w-full rounded-sm bg-fill px-[5px] font-mono text-[11.5px] leading-[18px] text-ink-2 [overflow-wrap:anywhere]",
        className,
      )}
    >
      {children}
    </code>
  );
}
