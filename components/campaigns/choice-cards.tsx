"use client";
import { useId } from "react";

type Option<Value extends string> = { value: Value; title: string; text: string };
type Props<Value extends string> = {
  legend: string;
  options: readonly Option<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
};

/** One of several, each with a sentence, in as many columns as fit. Native radios: arrow keys choose. */
export function ChoiceCards<Value extends string>({ legend, options, value, onValueChange }: Props<Value>) {
  const name = useId();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-12 font-medium text-ink-2">{legend}</legend>
      <div className="grid gap-2 sm:grid-cols-2 lg:grid-cols-3">
        {options.map((option) => (
          <label
            key={option.value}
            className="group flex cursor-pointer items-start gap-2.5 rounded-lg border border-line-2 px-3 py-2.5 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onValueChange(option.value)}
              className="mt-1 shrink-0 accent-accent focus-visible:outline-none"
            />
            <span className="min-w-0">
              <span className="block font-medium group-has-checked:text-accent">{option.title}</span>
              <span className="block text-12 text-ink-3 group-has-checked:text-ink-2">{option.text}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
