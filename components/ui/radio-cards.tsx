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
  /** The question. In a row it is only read out: show it in the card's header too. */
  legend: string;
  options: readonly RadioCard<Value>[];
  value: Value | null;
  onValueChange: (value: Value) => void;
  /** A row joins the steps of a dial; a grid sets apart what has no order, in as many columns as fit. */
  layout?: keyof typeof LAYOUTS;
  className?: string | undefined;
};

const LAYOUTS = {
  row: {
    legend: "sr-only",
    box: "auto-cols-fr overflow-hidden rounded-lg border border-line-2 md:grid-flow-col",
    card: "px-3 pt-[11px] pb-3 not-first:border-t has-focus-visible:-outline-offset-2 md:not-first:border-t-0 md:not-first:border-l",
    text: "text-11 leading-[15px]",
  },
  grid: {
    legend: "mb-1.5 text-12 font-medium text-ink-2",
    box: "gap-2 sm:grid-cols-2 lg:grid-cols-3",
    card: "rounded-lg border border-line-2 px-3 py-2.5 has-checked:border-accent has-focus-visible:outline-offset-2",
    text: "text-12",
  },
};

/** One of a few, each with a sentence. Native radios: arrow keys and forms work as everywhere. */
export function RadioCards<Value extends string>({
  legend,
  options,
  value,
  onValueChange,
  layout = "row",
  className,
}: RadioCardsProps<Value>) {
  const name = useId();
  const look = LAYOUTS[layout];
  return (
    <fieldset className={cn("min-w-0", className)}>
      <legend className={look.legend}>{legend}</legend>
      <div className={cn("grid", look.box)}>
        {options.map((option) => (
          <label
            key={option.value}
            className={cn(
              "group flex cursor-pointer items-start gap-2.5 has-checked:bg-accent-soft has-disabled:cursor-not-allowed has-disabled:bg-sunken has-focus-visible:outline-2 has-focus-visible:outline-accent",
              look.card,
            )}
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
              <span className={cn("flex gap-1 text-ink-3 group-has-checked:text-ink-2", look.text)}>
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
