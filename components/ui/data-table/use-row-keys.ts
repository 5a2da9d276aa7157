"use client";
import { type KeyboardEvent, useState } from "react";
import { rowMove } from "./row-move";

type Options = {
  count: number;
  /** Rows that fit into view. */
  perScreen: () => number;
  reveal: (index: number) => void;
  onOpen: (index: number) => void;
  /** Undefined: rows cannot be chosen. */
  onToggle: ((index: number, asRange: boolean) => void) | undefined;
  onClear: () => void;
};

/**
 * The keys of a table that has the focus: arrows, page and home keys move from row to row, space chooses (with shift, from
 * the last chosen on), enter opens, escape chooses nothing. Keys pressed in a link or box of a row are theirs.
 */
export function useRowKeys({ count, perScreen, reveal, onOpen, onToggle, onClear }: Options) {
  const [active, setActive] = useState(0);
  const at = Math.min(active, Math.max(0, count - 1));
  const act = (key: string, asRange: boolean): boolean => {
    const next = rowMove(key, at, count, perScreen());
    if (next !== null) {
      setActive(next);
      reveal(next);
    } else if (key === "Enter") onOpen(at);
    else if (key === " " && onToggle) onToggle(at, asRange);
    else if (key === "Escape") onClear();
    else return false;
    return true;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    if (act(event.key, event.shiftKey)) event.preventDefault();
  };
  return { active: at, setActive, onKeyDown };
}
