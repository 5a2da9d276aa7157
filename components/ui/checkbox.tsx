"use client";
import { Check, Minus } from "lucide-react";
import { Checkbox as Primitive } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

type CheckboxProps = Omit<ComponentProps<typeof Primitive.Root>, "children"> & {
  label: ReactNode;
  help?: ReactNode;
  /** Keeps the label for readers only: the box of a table row. */
  hideLabel?: boolean;
};

/** Chosen or not, or (as `checked="indeterminate"`) some of them. */
export function Checkbox({ label, help, hideLabel = false, className, ...props }: CheckboxProps) {
  const id = useId();
  return (
    <div className={cn("flex items-start gap-2", className)}>
      <Primitive.Root
        {...props}
        id={id}
        aria-describedby={help ? `${id}-help` : undefined}
        className="group relative mt-0.5 grid size-4 shrink-0 place-items-center rounded-sm border border-ink-3 bg-surface text-on-accent after:absolute after:-inset-2 data-[state=checked]:border-accent data-[state=checked]:bg-accent data-[state=indeterminate]:border-accent data-[state=indeterminate]:bg-accent disabled:cursor-not-allowed disabled:opacity-50"
      >
        <Primitive.Indicator>
          <Check aria-hidden className="hidden size-3 stroke-3 group-data-[state=checked]:block" />
          <Minus aria-hidden className="hidden size-3 stroke-3 group-data-[state=indeterminate]:block" />
        </Primitive.Indicator>
      </Primitive.Root>
      <div className={hideLabel ? "sr-only" : "grid gap-px"}>
        <label htmlFor={id}>{label}</label>
        {help && (
          <span id={`${id}-help`} className="text-12 text-ink-3">
            {help}
          </span>
        )}
      </div>
    </div>
  );
}
