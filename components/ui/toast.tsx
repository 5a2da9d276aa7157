"use client";
import { Check, CircleMinus, Info } from "lucide-react";
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

/** No page needs it before something was done. */
const loadSonner = () => import("sonner");
let made = 0;

/** Says what was done: “Approved, leaves in 18 s”. Answers the id to dismiss it by. */
export function showToast(message: string, options: ToastOptions = {}): string {
  const id = `toast-${++made}`;
  void loadSonner().then(({ toast }) =>
    toast.custom(() => <Toast message={message} {...options} onDone={() => toast.dismiss(id)} />, {
      id,
      duration: options.durationMs ?? 6000,
    }),
  );
  return id;
}

/** Takes a toast away: its undo no longer works. */
export function dismissToast(id: string): void {
  void loadSonner().then(({ toast }) => toast.dismiss(id));
}

type ToastProps = Pick<ToastOptions, "tone" | "action"> & { message: string; onDone: () => void };

function Toast({ message, tone = "pass", action, onDone }: ToastProps) {
  const Icon = icons[tone];
  return (
    <div className="flex min-h-10 w-full items-center gap-2.5 rounded-lg bg-ink py-1.5 pr-2 pl-3.5 text-13 text-on-ink shadow-3">
      <Icon aria-hidden className="size-4 shrink-0" />
      <p className="min-w-0 flex-1 py-1">{message}</p>
      {action && (
        <button
          type="button"
          onClick={() => {
            action.onAct();
            onDone();
          }}
          className="inline-flex shrink-0 items-center gap-1.5 rounded-md px-2 py-1 font-medium hover:bg-on-ink/15 focus-visible:outline-on-ink"
        >
          {action.label}
          {action.shortcut !== undefined && <Kbd onInk>{action.shortcut}</Kbd>}
        </button>
      )}
    </div>
  );
}
