import { readDecimal } from "@/server/domain/intake/decimal";
import { BadInput } from "./bad-input";

/** Numbers of a column in some rows: see numberIn. */
export const readNumbers = (column: readonly string[], name: string, rows: Int32Array): Float64Array =>
  Float64Array.from(rows, (row) => numberIn(column, name, row));

/** The number in a row of a column. `1,234.50` and `(12.00)` count; what is no number is BadInput. */
export function numberIn(column: readonly string[], name: string, row: number): number {
  const text = column[row] ?? "";
  const plain = text.trim() === "" ? Number.NaN : Number(text);
  if (Number.isFinite(plain)) return plain;
  const read = readDecimal(text);
  if (!read.ok) throw new BadInput(name, `row ${row + 1} says ${JSON.stringify(text)}, which is no number`);
  return Number(read.value.units) / 10 ** read.value.scale;
}
