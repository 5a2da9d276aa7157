"use client";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

const KEYS: readonly [keys: readonly string[], what: string][] = [
  [["j"], "Next message"],
  [["k"], "Message before"],
  [["a"], "Approve what is shown"],
  [["e"], "Edit"],
  [["r"], "Reject, then 1 to 6 for the reason"],
  [["u"], "Undo your last decision, while it can be"],
  [["m"], "Assign to me, or give back"],
  [["c"], "Write a comment"],
  [["1", "–", "9"], "Open other words in place of the draft"],
  [["?"], "These keys"],
];

/** All keys of the page. */
export function KeyHelp({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent size="sm" title="Keys">
        <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-2">
          {KEYS.map(([keys, what]) => (
            <div key={what} className="contents">
              <dt className="flex gap-1">
                {keys.map((key) => (key === "–" ? <span key={key}>–</span> : <Kbd key={key}>{key}</Kbd>))}
              </dt>
              <dd className="text-ink-2">{what}</dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}

type BarProps = {
  mayDecide: boolean;
  undo: string | null;
  /** how many other words a key opens */
  choices: number;
};

/** The keys in one line, below the message. */
export function KeyBar({ mayDecide, undo, choices }: BarProps) {
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3.5 gap-y-1 border-t bg-surface px-6 py-2 text-12 text-ink-3 max-md:hidden">
      <Key keys={["j", "k"]}>move</Key>
      {mayDecide && (
        <>
          <Key keys={["a"]}>approve</Key>
          <Key keys={["e"]}>edit</Key>
          <Key keys={["r"]}>reject</Key>
          <Key keys={["u"]}>{undo === null ? "undo" : `undo: ${undo}`}</Key>
          {choices > 0 && <Key keys={choices === 1 ? ["1"] : ["1", `–`, String(choices)]}>other words</Key>}
        </>
      )}
      <Key keys={["?"]}>all keys</Key>
    </div>
  );
}

function Key({ keys, children }: { keys: readonly string[]; children: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      {keys.map((key) => (key === "–" ? <span key={key}>–</span> : <Kbd key={key}>{key}</Kbd>))}
      {children}
    </span>
  );
}
