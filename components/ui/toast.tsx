"use client";
import { Check, CircleMinus, Info } from "lucide-react";
import { toast as sonner } from "sonner";
import { Kbd } from "./kbd";

type ToastAction = {
  label: string;
  /** The key that does the same; the page listens for it. */
  shortcut?: string;
  onAct: () => void;
};

type ToastOptions = {
  tone?: "pass" | "info" | "block";
  action?: ToastAction;
  /** How long it stays; for an undo, as long as undo works. */
  durationMs?: number;
};

const icons = { pass: Check, info: Info, block: CircleMinus };

/** Says what was done: “Approved, leaves in 18 s”. Answers the id to dismiss it by. */
export function showToast(message: string, { tone = "pass", action, durationMs = 6000 }: ToastOptions = {}) {
  const Icon = icons[tone];
  return sonner.custom(
    (id) => (
      <div className="flex min-h-10 w-full items-center gap-2.5 rounded-lg bg-ink py-1.5 pr-2 pl-3.5 text-13 text-on-ink shadow-3">
        <Icon aria-hidden className="size-4 shrink-0" />
        <p className="min-w-0 flex-1 py-1">{message}</p>
        {action && (
          <button
            type="button"
            onClick={() => {
              action.onAct();
              sonner.dismiss(id);
            }}
            className="inline-flex shrink-0 items-center gap-1.5 rounded-md px-2 py-1 font-medium hover:bg-on-ink/15 focus-visible:outline-on-ink"
          >
            {action.label}
            {action.shortcut !== undefined && <Kbd onInk>{action.shortcut}</Kbd>}
          </button>
        )}
      </div>
    ),
    { duration: durationMs },
  );
}

/** Takes a toast away: its undo no longer works. */
export function dismissToast(id: string | number): void {
  sonner.dismiss(id);
}
