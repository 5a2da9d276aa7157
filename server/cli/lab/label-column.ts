import { BadInput } from "./bad-input";
import { columnOf, type Table } from "./table";

/** A yes or no for each row: 1 where the cell is `positive`. */
export type Labels = { values: Uint8Array; positive: string; negative: string };

/** Which of two words is the yes, where nobody says. */
const YES = new Set(["1", "true", "t", "yes", "y", "positive", "pos"]);
const NO = new Set(["0", "false", "f", "no", "n", "negative", "neg"]);

/**
 * A column of two values as yes and no. Which is yes: `--positive`; else the usual words (1, true, yes), whatever their
 * case; else of two numbers the larger. BadInput where a cell is empty, there are not two values, or nobody can tell.
 */
export function labelsOf(table: Table, flag: string, name: string, positive: string | null): Labels {
  const cells = columnOf(table, flag, name).map(plain);
  const empty = cells.indexOf("");
  if (empty >= 0)
    throw new BadInput(flag, `column "${name}" is empty in row ${empty + 1}; leave such rows out`);
  const found = [...new Set(cells)];
  if (found.length !== 2)
    throw new BadInput(
      flag,
      `column "${name}" must hold two values, as 0 and 1, and holds ${found.length}: ${found.slice(0, 5).join(", ")}`,
    );
  const yes = positive === null ? yesOf(found) : found.find((value) => value === plain(positive));
  if (positive !== null && yes === undefined)
    throw new BadInput(
      "--positive",
      `"${positive}" is not in column "${name}": it holds ${found.join(", ")}`,
    );
  if (yes === undefined || yes === null)
    throw new BadInput(
      "--positive",
      `say which of ${found.join(", ")} of column "${name}" is the positive one`,
    );
  return {
    values: Uint8Array.from(cells, (cell) => (cell === yes ? 1 : 0)),
    positive: yes,
    negative: found.find((value) => value !== yes) ?? "",
  };
}

/** 1.0 and 01 are 1. */
function plain(cell: string): string {
  const text = cell.trim();
  const value = Number(text);
  return text !== "" && Number.isFinite(value) ? String(value) : text;
}

function yesOf(found: readonly string[]): string | null {
  const usual = found.filter((value) => YES.has(value.toLowerCase()));
  const other = found.filter((value) => NO.has(value.toLowerCase()));
  if (usual.length === 1) return usual[0] ?? null;
  if (usual.length === 0 && other.length === 1) return found.find((value) => value !== other[0]) ?? null;
  const numbers = found.map(Number);
  return numbers.every(Number.isFinite) ? String(Math.max(...numbers)) : null;
}
