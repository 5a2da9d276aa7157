import { Check } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { Strip } from "./strip";

export type Step = {
  id: string;
  title: ReactNode;
  /** What is set there, or what is missing. */
  text?: ReactNode;
  state: "done" | "current" | "open" | "blocked";
  /** null: there is no way there yet */
  href: string | null;
};

const BOX =
  "relative flex h-full items-center gap-2.5 px-3.5 py-[11px] aria-[current=step]:after:absolute aria-[current=step]:after:inset-x-0 aria-[current=step]:after:bottom-0 aria-[current=step]:after:h-0.5 aria-[current=step]:after:bg-accent";

const states = { done: "done", current: "current", open: "open", blocked: "needs attention" };

/** The steps of an editor, each a link once it can be gone to. */
export function Steps({
  label,
  steps,
  className,
}: {
  label: string;
  steps: readonly Step[];
  className?: string;
}) {
  return (
    <Strip label={label} className={cn("overflow-x-auto rounded-lg border bg-surface shadow-1", className)}>
      <ol className="grid auto-cols-[minmax(172px,1fr)] grid-flow-col">
        {steps.map((step, index) => (
          <li key={step.id} className="min-w-0 not-first:border-l">
            {step.href === null ? (
              <span aria-current={currentOf(step)} className={cn(BOX, "not-aria-[current=step]:text-ink-3")}>
                <StepInside step={step} number={index + 1} />
              </span>
            ) : (
              <Link
                href={step.href}
                aria-current={currentOf(step)}
                className={cn(BOX, "hover:bg-fill/55 focus-visible:-outline-offset-2")}
              >
                <StepInside step={step} number={index + 1} />
              </Link>
            )}
          </li>
        ))}
      </ol>
    </Strip>
  );
}

const currentOf = ({ state }: Step) => (state === "current" ? "step" : undefined);

function StepInside({ step, number }: { step: Step; number: number }) {
  return (
    <>
      <StepMark state={step.state} number={number} />
      <span className="min-w-0">
        <span className="block truncate font-medium">{step.title}</span>
        {step.text && <span className="block truncate text-11 text-ink-3">{step.text}</span>}
      </span>
    </>
  );
}

const marks = {
  done: "bg-pass-soft text-pass inset-ring inset-ring-pass-line",
  current: "bg-accent text-on-accent",
  open: "text-ink-2 inset-ring inset-ring-line-2",
  blocked: "bg-block-soft text-block inset-ring inset-ring-block-line",
};

function StepMark({ state, number }: { state: Step["state"]; number: number }) {
  return (
    <span
      className={cn("grid size-6 shrink-0 place-items-center rounded-full text-12 font-medium", marks[state])}
    >
      {state === "done" ? <Check aria-hidden className="size-[13px]" /> : number}
      <span className="sr-only">{states[state]}: </span>
    </span>
  );
}
