import type { ReactNode } from "react";
import { cn } from "./cn";

/** A key. On ink (a primary button, a toast) it takes the colour of the text around it. */
export function Kbd({
  children,
  onInk = false,
  className,
}: {
  children: ReactNode;
  onInk?: boolean;
  className?: string;
}) {
  return (
    <kbd
      className={cn(
        "inline-grid h-[18px] min-w-[18px] place-items-center rounded-sm border px-1 font-sans text-[11px] leading-none font-medium",
        onInk
          ? "border-current/35"
          : "border-line-2 bg-surface text-ink-2 shadow-[0_1px_0_var(--color-line-2)]",
        className,
      )}
    >
      {children}
    </kbd>
  );
}
