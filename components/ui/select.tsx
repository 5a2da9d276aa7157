"use client";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "./cn";
import { useFieldWiring } from "./field";
import { controlClass } from "./input";

export type SelectOption = { value: string; label: string; disabled?: boolean };

type SelectProps = Omit<ComponentProps<"select">, "children" | "multiple"> & {
  options: readonly SelectOption[];
  /** Shown while nothing is chosen (value ""). */
  placeholder?: string;
};

/** One of many. The browser's own list: it works with every keyboard and on every phone. */
export function Select({ options, placeholder, className, ...props }: SelectProps) {
  const wiring = useFieldWiring(props);
  return (
    <span className={cn("relative inline-flex w-full min-w-0", className)}>
      <select {...props} {...wiring} className={cn(controlClass, "appearance-none truncate pr-7")}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 size-3.5 -translate-y-1/2 text-ink-3"
      />
    </span>
  );
}
