"use client";
import { ChevronDown } from "lucide-react";
import { cn } from "./cn";
import { controlClass } from "./input";
import type { SelectOption } from "./select";
import { useUrlParams } from "./use-url-params";

type FilterSelectProps = {
  /** The parameter in the address. */
  param: string;
  /** Grey, inside, before the choice: “Period”. */
  label: string;
  options: readonly SelectOption[];
  /** The choice that leaves the parameter out: “All”. Without it, the first option is the fallback. */
  all?: string;
  className?: string | undefined;
};

/** A filter that lives in the address. */
export function FilterSelect({ param, label, options, all, className }: FilterSelectProps) {
  const { params, set } = useUrlParams();
  const value = params.get(param) ?? (all === undefined ? (options[0]?.value ?? "") : "");
  return (
    <label
      className={cn(
        controlClass,
        "relative inline-flex w-auto items-center gap-1.5 pr-0 max-md:text-13",
        className,
      )}
    >
      <span className="shrink-0 text-ink-3">{label}</span>
      <select
        value={value}
        onChange={(event) => set({ [param]: event.target.value })}
        className="-my-px field-sizing-content h-full min-w-0 appearance-none truncate rounded-md bg-transparent pr-7 font-medium [&>option]:bg-surface"
      >
        {all !== undefined && <option value="">{all}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2 size-3.5 text-ink-3" />
    </label>
  );
}
