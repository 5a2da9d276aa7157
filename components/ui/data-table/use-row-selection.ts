"use client";
import { useCallback, useRef, useState } from "react";
import { showToast } from "../toast";
import {
  between,
  everything,
  isSelected,
  nothing,
  type RowId,
  type RowSelection,
  withRows,
} from "./row-selection";
import type { ListedRows } from "./use-listed-rows";

/** Rows that a range takes at most: beyond that, “all that match” is what somebody wants. */
const MOST_IN_A_RANGE = 2_000;

export type RowSelectionControl<Id extends RowId> = {
  selection: RowSelection<Id>;
  toggle: (index: number, id: Id, asRange: boolean) => void;
  set: (ids: readonly Id[], selected: boolean) => void;
  selectAll: () => void;
  clear: () => void;
};

/** Which rows of a list are chosen. Another filter or order is another list, in which none is. */
export function useRowSelection<Row, Id extends RowId>(
  rows: ListedRows<Row>,
  idOf: (row: Row) => Id,
): RowSelectionControl<Id> {
  const [held, setHeld] = useState<{ key: string; selection: RowSelection<Id> }>({
    key: rows.key,
    selection: nothing(),
  });
  const anchor = useRef<number | null>(null);
  const selection = held.key === rows.key ? held.selection : nothing<Id>();
  const change = (next: (now: RowSelection<Id>) => RowSelection<Id>) =>
    setHeld((now) => ({
      key: rows.key,
      selection: next(now.key === rows.key ? now.selection : nothing()),
    }));

  const toggle = (index: number, id: Id, asRange: boolean) => {
    const selected = !isSelected(selection, id);
    const from = anchor.current;
    anchor.current = index;
    if (!asRange || from === null) return change((now) => withRows(now, [id], selected));
    const [first, last] = between(from, index);
    if (last - first >= MOST_IN_A_RANGE) {
      showToast("That is a long range: use “Select all” or a narrower filter", { tone: "info" });
      return change((now) => withRows(now, [id], selected));
    }
    void rows
      .load(first, last)
      .then((found) => change((now) => withRows(now, found.map(idOf), selected)))
      .catch(() => showToast("The rows in between could not be loaded", { tone: "block" }));
  };
  const clear = useCallback(() => {
    anchor.current = null;
    setHeld((now) => ({ ...now, selection: nothing() }));
  }, []);
  return {
    selection,
    toggle,
    set: (ids, selected) => change((now) => withRows(now, ids, selected)),
    selectAll: () => change(() => everything()),
    clear,
  };
}
