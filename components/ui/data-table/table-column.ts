import type { ReactNode } from "react";

/** One column of a DataTable. */
export type TableColumn<Row> = {
  id: string;
  /** Its head, and its name in the column menu. */
  title: string;
  cell: (row: Row) => ReactNode;
  /** In pixels. The column that grows takes what is left, and at least this. */
  width: number;
  grows?: boolean;
  /** Set to the right; sorted largest first. */
  numeric?: boolean;
  /** Its value of `?sort=`; without it the column does not sort. */
  sort?: string;
  /** What the row is about: never hidden. */
  always?: boolean;
  /** Shown only once it is chosen. */
  startsHidden?: boolean;
};

/** The order in force: `-spend` is largest first. */
export type SortText = string;

/** The columns in view, by the address (`?columns=spend.orders`); what is unknown is left out. */
export function shownColumns<Row>(columns: readonly TableColumn<Row>[], text: string | null): Set<string> {
  const chosen = text === null ? null : new Set(text.split("."));
  return new Set(
    columns
      .filter(({ id, always, startsHidden }) => always || (chosen === null ? !startsHidden : chosen.has(id)))
      .map(({ id }) => id),
  );
}

/** The address's text for these columns; null where they are the ones shown anyway. */
export function columnsText<Row>(
  columns: readonly TableColumn<Row>[],
  shown: ReadonlySet<string>,
): string | null {
  const optional = columns.filter(({ always }) => !always);
  if (optional.every(({ id, startsHidden }) => shown.has(id) === !startsHidden)) return null;
  const ids = optional.filter(({ id }) => shown.has(id)).map(({ id }) => id);
  return ids.length === 0 ? "none" : ids.join(".");
}

/** What `?sort=` becomes when a column's head is pressed. First press: numbers largest first, text from A; the second turns it. */
export function nextSort(column: { sort: string; numeric?: boolean }, now: SortText): SortText {
  if (now === column.sort) return `-${column.sort}`;
  if (now === `-${column.sort}`) return column.sort;
  return column.numeric ? `-${column.sort}` : column.sort;
}
