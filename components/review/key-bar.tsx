import type { ReactNode } from "react";
import { KeyNames } from "@/components/ui/key-names";
import type { KeyLine } from "@/components/ui/page-keys";

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
          {choices === 1 && <Key keys={["1"]}>use the other wording</Key>}
          {choices > 1 && <Key keys={["1", "–", String(choices)]}>use another wording</Key>}
        </>
      )}
      <Key keys={["?"]}>all keys</Key>
    </div>
  );
}

function Key({ keys, children }: { keys: KeyLine[0]; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1">
      <KeyNames keys={keys} />
      {children}
    </span>
  );
}
