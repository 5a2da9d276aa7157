import type { ReactNode } from "react";

export const tabListClass = "flex gap-1 overflow-x-auto border-b [scrollbar-width:none]";

/** One tab; chosen by Radix's data-state or by aria-current on a link. */
export const tabClass =
  "relative inline-flex h-9 shrink-0 items-center gap-1.5 px-2 font-medium whitespace-nowrap text-ink-3 hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:text-ink aria-[current=page]:text-ink after:absolute after:inset-x-2 after:bottom-0 after:h-0.5 after:rounded-full data-[state=active]:after:bg-accent aria-[current=page]:after:bg-accent";

export function TabCount({ count }: { count: ReactNode }) {
  if (count === undefined || count === null) return null;
  return <span className="rounded-full bg-fill px-[5px] text-11 text-ink-2">{count}</span>;
}
