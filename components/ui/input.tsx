"use client";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "./cn";
import { useFieldWiring } from "./field";

export const controlClass =
  "h-8 w-full min-w-0 rounded-md border border-line-2 bg-surface px-2.5 text-13 disabled:cursor-not-allowed disabled:bg-fill disabled:text-ink-3 aria-invalid:border-block-solid max-md:h-9 max-md:text-16";

type InputProps = ComponentProps<"input"> & {
  /** What the number counts, inside the control at the right: “days”, “%”. */
  unit?: ReactNode;
  /** Inside at the left: a currency sign, a search icon. */
  lead?: ReactNode;
};

/** One line of text or a number. */
export function Input({ unit, lead, className, ...props }: InputProps) {
  const wiring = useFieldWiring(props);
  if (unit === undefined && lead === undefined) {
    return <input {...props} {...wiring} className={cn(controlClass, className)} />;
  }
  return (
    <div
      className={cn(
        controlClass,
        "flex items-center gap-1.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-aria-invalid:border-block-solid has-disabled:bg-fill has-disabled:text-ink-3",
        className,
      )}
    >
      {lead && <span className="shrink-0 text-ink-3 [&_svg]:size-3.5">{lead}</span>}
      <input
        {...props}
        {...wiring}
        className="h-full w-full min-w-0 bg-transparent focus-visible:outline-none"
      />
      {unit && <span className="shrink-0 text-ink-3">{unit}</span>}
    </div>
  );
}
