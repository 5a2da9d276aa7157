export type RowId = string | number;

/** Rows that are chosen: one by one, or all that match but a few. */
export type RowSelection<Id extends RowId> =
  | { kind: "some"; ids: ReadonlySet<Id> }
  | { kind: "all"; except: ReadonlySet<Id> };

export const nothing = <Id extends RowId>(): RowSelection<Id> => ({ kind: "some", ids: new Set() });
export const everything = <Id extends RowId>(): RowSelection<Id> => ({ kind: "all", except: new Set() });

export const isSelected = <Id extends RowId>(selection: RowSelection<Id>, id: Id): boolean =>
  selection.kind === "some" ? selection.ids.has(id) : !selection.except.has(id);

/** The selection with these rows in it, or without them. */
export function withRows<Id extends RowId>(
  selection: RowSelection<Id>,
  ids: Iterable<Id>,
  selected: boolean,
): RowSelection<Id> {
  const listed = new Set(selection.kind === "some" ? selection.ids : selection.except);
  const adds = selected === (selection.kind === "some");
  for (const id of ids) {
    if (adds) listed.add(id);
    else listed.delete(id);
  }
  return selection.kind === "some" ? { kind: "some", ids: listed } : { kind: "all", except: listed };
}

/** How many rows are chosen; null while it is not known how many match. */
export function countSelected<Id extends RowId>(
  selection: RowSelection<Id>,
  total: number | null,
): number | null {
  if (selection.kind === "some") return selection.ids.size;
  return total === null ? null : Math.max(0, total - selection.except.size);
}

/** The rows between two, both of them, from the upper to the lower. */
export const between = (one: number, other: number): [first: number, last: number] => [
  Math.min(one, other),
  Math.max(one, other),
];
