"use client";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

type SegmentedOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
};

type SegmentedProps<Value extends string> = {
  /** What is chosen here; read out, not shown. */
  label: string;
  options: readonly SegmentedOption<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string | undefined;
};

/** One of a few, all in view. Native radios below the looks: arrow keys choose. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  className,
}: SegmentedProps<Value>) {
  const name = useId();
  return (
    <div
      role="radiogroup"
      aria-label={label}
      className={cn(
        "inline-flex max-w-full gap-0.5 overflow-x-auto rounded-[7px] bg-fill p-0.5 inset-ring inset-ring-line",
        className,
      )}
    >
      {options.map((option) => (
        <label
          key={option.value}
          className="relative inline-flex h-[26px] items-center gap-[5px] rounded-[5px] px-2.5 text-12 font-medium whitespace-nowrap text-ink-2 has-checked:bg-raised has-checked:text-ink has-checked:shadow-1 has-checked:ring-1 has-checked:ring-line-2 has-disabled:text-ink-3 has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent max-md:h-8 [&_svg]:size-3.5"
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            disabled={option.disabled}
            onChange={() => onValueChange(option.value)}
            className="absolute inset-0 size-full cursor-pointer appearance-none rounded-[5px] focus-visible:outline-none disabled:cursor-not-allowed"
          />
          {option.icon}
          {option.label}
        </label>
      ))}
    </div>
  );
}
