"use client";
import { Switch as Primitive } from "radix-ui";
import { type ComponentProps, type ReactNode, useId } from "react";
import { cn } from "./cn";

type SwitchProps = Omit<ComponentProps<typeof Primitive.Root>, "children"> & {
  label: ReactNode;
  /** What it does when it is on. */
  help?: ReactNode;
  /** Keeps the label for readers only, where a table head shows it. */
  hideLabel?: boolean;
};

/** On or off, at once. For a choice that waits for a button, use Checkbox. */
export function Switch({ label, help, hideLabel = false, className, ...props }: SwitchProps) {
  const id = useId();
  return (
    <div className={cn("flex items-start gap-2.5", className)}>
      <Primitive.Root
        {...props}
        id={id}
        aria-describedby={help ? `${id}-help` : undefined}
        className="relative mt-px h-[18px] w-[30px] shrink-0 rounded-full bg-chart-6 transition-colors data-[state=checked]:bg-accent disabled:cursor-not-allowed disabled:opacity-50 forced-colors:border"
      >
        <Primitive.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-surface transition-transform data-[state=checked]:translate-x-3.5 forced-colors:bg-[CanvasText]" />
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
