"use client";
import { Lock } from "lucide-react";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

type RadioCard<Value extends string> = {
  value: Value;
  title: ReactNode;
  text?: ReactNode;
  /** Why it cannot be chosen; a card with a reason is off. */
  locked?: ReactNode;
};

type RadioCardsProps<Value extends string> = {
  /** The question; read out. Show it in the card's header too. */
  legend: string;
  options: readonly RadioCard<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  className?: string | undefined;
};

/** A dial of a few steps, each with a sentence. Native radios: arrow keys and forms work as everywhere. */
export function RadioCards<Value extends string>({
  legend,
  options,
  value,
  onValueChange,
  className,
}: RadioCardsProps<Value>) {
  const name = useId();
  return (
    <fieldset className={cn("min-w-0", className)}>
      <legend className="sr-only">{legend}</legend>
      <div className="grid auto-cols-fr overflow-hidden rounded-lg border border-line-2 md:grid-flow-col">
        {options.map((option) => (
          <label
            key={option.value}
            className="group flex cursor-pointer items-start gap-2.5 px-3 pt-[11px] pb-3 not-first:border-t has-checked:bg-accent-soft has-disabled:cursor-not-allowed has-disabled:bg-sunken has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent md:not-first:border-t-0 md:not-first:border-l"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              disabled={option.locked !== undefined}
              onChange={() => onValueChange(option.value)}
              className="mt-1 shrink-0 accent-accent focus-visible:outline-none"
            />
            <span className="min-w-0">
              <span className="block font-medium group-has-checked:text-accent group-has-disabled:text-ink-2">
                {option.title}
              </span>
              <span className="flex gap-1 text-11 leading-[15px] text-ink-3 group-has-checked:text-ink-2">
                {option.locked !== undefined && <Lock aria-hidden className="mt-px size-3 shrink-0" />}
                {option.locked ?? option.text}
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
