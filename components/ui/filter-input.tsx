"use client";
import { cn } from "./cn";
import { controlClass } from "./input";
import { useSettledParam } from "./use-settled-param";

type FilterInputProps = {
  /** The parameter in the address. */
  param: string;
  /** Grey, inside, before the value: “Spent at least”. */
  label: string;
  type: "number" | "date";
  /** What the number counts, after it. */
  unit?: string;
  className?: string | undefined;
};

/** A number or a day that narrows a list; it lives in the address. */
export function FilterInput({ param, label, type, unit, className }: FilterInputProps) {
  const [text, setText] = useSettledParam(param);
  return (
    <label
      className={cn(
        controlClass,
        "inline-flex w-auto items-center gap-1.5 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent max-md:text-13",
        className,
      )}
    >
      <span className="shrink-0 text-ink-3">{label}</span>
      <input
        type={type}
        {...(type === "number" && { min: 0, step: "any", inputMode: "decimal" })}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className={cn(
          "h-full min-w-0 bg-transparent font-medium focus-visible:outline-none",
          type === "number" ? "w-16" : "w-[7.5rem]",
        )}
      />
      {unit && <span className="shrink-0 text-ink-3">{unit}</span>}
    </label>
  );
}
