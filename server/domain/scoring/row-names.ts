import { daysOf, isMissing, numberOf } from "./cell";
import type { TextColumn } from "./type-columns";

/** Whole numbers that fill their range this densely, each once, count rows. */
const DENSE = 0.9;
const ID = /(^|[^a-z])(id|uuid|guid|key|index|row)([^a-z]|$)|(Id|ID|Key|Number|No)$|^(id|index|row)/;

/**
 * Whether a column only names its rows: every known cell is another one, and they are words, or whole numbers that are
 * called an id or count the rows. Such a column says nothing about rows to come. Of fewer than 20 rows nothing is said.
 */
export function namesRows({ name, cells }: TextColumn): boolean {
  const known = cells.filter((cell) => !isMissing(cell)).map((cell) => cell.trim());
  if (known.length < 20 || new Set(known).size < known.length) return false;
  const values = known.map(numberOf);
  if (values.every(Number.isNaN)) return !known.every((cell) => Number.isFinite(daysOf(cell)));
  if (!values.every(Number.isInteger)) return false;
  const [least, most] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ] as [number, number]);
  return ID.test(name) || known.length / (most - least + 1) >= DENSE;
}
