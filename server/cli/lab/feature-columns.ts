import { namesRows } from "@/server/domain/scoring/row-names";
import type { TextColumn } from "@/server/domain/scoring/type-columns";
import { BadInput } from "./bad-input";
import { columnOf, type Table } from "./table";

/** What a model may learn from, and what was left out of it. */
export type Features = { columns: TextColumn[]; left: { column: string; because: string }[] };

/**
 * Every column of a table but the taken ones and those of `--drop`. Columns that hold one value or only name their rows are
 * left out too. BadInput where a dropped one is not there or nothing is left.
 */
export function featuresOf(table: Table, taken: readonly string[], dropped: readonly string[]): Features {
  for (const name of dropped) columnOf(table, "--drop", name);
  const out = new Set([...taken, ...dropped].map((name) => name.toLowerCase()));
  const left: Features["left"] = [];
  const columns = table.header
    .map((name, at) => ({ name, cells: table.cells[at] ?? [] }))
    .filter(({ name }) => !out.has(name.toLowerCase()))
    .filter((column) => {
      const because = uselessBecause(column);
      if (because !== null) left.push({ column: column.name, because });
      return because === null;
    });
  if (columns.length === 0)
    throw new BadInput(dropped.length > 0 ? "--drop" : table.file, "leaves no column to learn from");
  return { columns, left };
}

function uselessBecause(column: TextColumn): string | null {
  if (column.cells.every((cell) => cell === column.cells[0])) return "it holds one value";
  return namesRows(column) ? "it only names the rows" : null;
}
