import type { KeyLine } from "@/components/ui/page-keys";

/** What the keys of the desk do, for whoever only looks too. */
export const REVIEW_KEYS: readonly KeyLine[] = [
  [["j"], "Next message"],
  [["k"], "Message before"],
  [["↑", "↓"], "Along the queue, while the focus is in it"],
  [["a"], "Approve what is shown"],
  [["e"], "Edit"],
  [["r"], "Reject, then 1 to 6 for the reason"],
  [["u"], "Undo your last decision, while it can be"],
  [["m"], "Assign to me, or give back"],
  [["c"], "Write a comment"],
  [["1", "–", "9"], "Open other words in place of the draft"],
];
