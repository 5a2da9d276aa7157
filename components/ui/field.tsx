"use client";
import { createContext, type ReactNode, useContext, useId } from "react";
import { cn } from "./cn";
import { Hint } from "./hint";

type Wiring = { id: string; describedBy: string | undefined; invalid: boolean };

const FieldContext = createContext<Wiring | null>(null);

type FieldProps = {
  label: ReactNode;
  /** Below the control. An error takes its place. */
  help?: ReactNode;
  /** In words, with the way out: “Choose a date after today”. */
  error?: ReactNode;
  /** At the right of the label: a link, a count. */
  aside?: ReactNode;
  children: ReactNode;
  className?: string | undefined;
};

/** Label above, help below, error in place of help. The control inside gets its id and descriptions by itself. */
export function Field({ label, help, error, aside, children, className }: FieldProps) {
  const id = useId();
  const note = error ? `${id}-error` : help ? `${id}-help` : undefined;
  return (
    <FieldContext value={{ id, describedBy: note, invalid: Boolean(error) }}>
      <div className={cn("grid content-start gap-[5px]", className)}>
        <div className="flex items-baseline justify-between gap-2">
          <label htmlFor={id} className="text-12 leading-4 font-medium text-ink-2">
            {label}
          </label>
          {aside && <span className="text-12 leading-4 text-ink-3">{aside}</span>}
        </div>
        {children}
        {error ? (
          <p id={note} role="alert" className="text-12 leading-[17px] text-block first-letter:uppercase">
            {error}
          </p>
        ) : (
          help && <Hint id={note}>{help}</Hint>
        )}
      </div>
    </FieldContext>
  );
}

type Own = {
  id?: string | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling" | undefined;
};

/** What a control inside a Field takes from it; its own attributes win. Outside a Field, its own only. */
export function useFieldWiring(own: Own) {
  const wiring = useContext(FieldContext);
  return {
    id: own.id ?? wiring?.id,
    "aria-describedby": own["aria-describedby"] ?? wiring?.describedBy,
    "aria-invalid": own["aria-invalid"] ?? (wiring?.invalid ? true : undefined),
  };
}
