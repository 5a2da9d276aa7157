import type { ReactNode } from "react";
import { cn } from "./cn";

/** Bytes as they are: a message's source, a row's JSON. `label` names it. */
export function CodeBlock({
  label,
  children,
  className,
}: {
  label: string;
  children: ReactNode;
  className?: string;
}) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
      tabIndex={0}
      className={cn("max-h-96 overflow-auto rounded-md border bg-sunken px-3 py-2.5", className)}
    >
      <pre className="font-mono text-12 whitespace-pre-wrap [overflow-wrap:anywhere]">{children}</pre>
    </section>
  );
}
