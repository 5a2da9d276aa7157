"use client";
import { ToggleGroup } from "radix-ui";
import type { ReactNode } from "react";
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

/** One of a few, all in view. Exactly one is always chosen. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onValueChange,
  className,
}: SegmentedProps<Value>) {
  const choose = (next: string) => {
    const option = options.find((candidate) => candidate.value === next);
    if (option) onValueChange(option.value); // pressing the chosen one again reports "", which is ignored
  };
  return (
    <ToggleGroup.Root
      type="single"
      role="radiogroup"
      aria-label={label}
      value={value}
      onValueChange={choose}
      className={cn(
        "inline-flex max-w-full gap-0.5 overflow-x-auto rounded-[7px] bg-fill p-0.5 inset-ring inset-ring-line",
        className,
      )}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          disabled={option.disabled ?? false}
          className="inline-flex h-[26px] items-center gap-[5px] rounded-[5px] px-2.5 text-12 font-medium whitespace-nowrap text-ink-2 focus-visible:-outline-offset-2 data-[state=on]:bg-raised data-[state=on]:text-ink data-[state=on]:shadow-1 data-[state=on]:ring-1 data-[state=on]:ring-line-2 disabled:text-ink-3 max-md:h-8 [&_svg]:size-3.5"
        >
          {option.icon}
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
