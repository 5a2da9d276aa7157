/** A column of a table as text; what is missing is "" (or NA, null, NaN). */
export type TextColumn = { name: string; cells: readonly string[] };

type NumberField = { kind: "number"; name: string; mean: number; deviation: number; marksMissing: boolean };
type WordField = { kind: "word"; name: string; levels: readonly string[] };
/** How columns become numbers, learnt from the rows of a training part. Plain data. */
export type Encoding = {
  fields: readonly (NumberField | WordField)[];
  width: number;
  names: readonly string[];
};

/** Levels with fewer rows than this, or beyond the most frequent ones, are one level together. */
const FEWEST_ROWS = 10;
const MOST_LEVELS = 100;

/**
 * Learns how to turn columns into numbers. A column all of whose known cells are numbers is standardised, what is missing
 * stands at the mean and is marked by a column of its own; any other column becomes one column per frequent level (one-hot),
 * rare and new levels none of them. A column that says nothing (one value) is left out.
 */
export function learnEncoding(columns: readonly TextColumn[], rows: Iterable<number>): Encoding {
  const chosen = [...rows];
  const fields = columns.flatMap((column) => fieldOf(column, chosen) ?? []);
  const names = fields.flatMap(namesOf);
  return { fields, width: names.length, names };
}

/** The rows as numbers, row by row, each `encoding.width` wide. Columns are found by their names. */
export function encodeRows(
  encoding: Encoding,
  columns: readonly TextColumn[],
  rows: readonly number[],
): Float64Array {
  const { width } = encoding;
  const out = new Float64Array(rows.length * width);
  let at = 0;
  for (const field of encoding.fields) {
    const cells = columns.find(({ name }) => name === field.name)?.cells ?? [];
    for (const [i, row] of rows.entries()) write(field, cells[row] ?? "", out, i * width + at);
    at += namesOf(field).length;
  }
  return out;
}

const MISSING = new Set(["", "na", "n/a", "null", "nan", "none"]);
export const isMissing = (cell: string): boolean => MISSING.has(cell.trim().toLowerCase());

/** Whether every known cell of the rows is a number; false where none is known. */
export function isNumeric(cells: readonly string[], rows: readonly number[]): boolean {
  let known = 0;
  for (const row of rows) {
    const cell = cells[row] ?? "";
    if (isMissing(cell)) continue;
    if (!Number.isFinite(Number(cell))) return false;
    known++;
  }
  return known > 0;
}

const fieldOf = (column: TextColumn, rows: readonly number[]): NumberField | WordField | null =>
  isNumeric(column.cells, rows) ? numberField(column, rows) : wordField(column, rows);

function numberField({ name, cells }: TextColumn, rows: readonly number[]): NumberField | null {
  let [known, mean, squares] = [0, 0, 0];
  for (const row of rows) {
    const cell = cells[row] ?? "";
    if (isMissing(cell)) continue;
    const value = Number(cell);
    known++;
    // Welford 1962: no loss of digits where the mean is far from zero
    const step = value - mean;
    mean += step / known;
    squares += step * (value - mean);
  }
  const deviation = Math.sqrt(squares / Math.max(1, known));
  const marksMissing = known < rows.length;
  if (!(deviation > 1e-12 * Math.abs(mean)) && !marksMissing) return null;
  return { kind: "number", name, mean, deviation: deviation > 0 ? deviation : 1, marksMissing };
}

function wordField({ name, cells }: TextColumn, rows: readonly number[]): WordField | null {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const level = levelOf(cells[row] ?? "");
    counts.set(level, (counts.get(level) ?? 0) + 1);
  }
  const levels = [...counts]
    .filter(([, count]) => count >= Math.min(FEWEST_ROWS, rows.length / 4))
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_LEVELS)
    .map(([level]) => level);
  return counts.size < 2 || levels.length === 0 ? null : { kind: "word", name, levels };
}

const levelOf = (cell: string): string => (isMissing(cell) ? "" : cell.trim());

function namesOf(field: NumberField | WordField): string[] {
  if (field.kind === "word")
    return field.levels.map((level) => `${field.name} = ${level === "" ? "missing" : level}`);
  return field.marksMissing ? [field.name, `${field.name} is missing`] : [field.name];
}

function write(field: NumberField | WordField, cell: string, out: Float64Array, at: number): void {
  if (field.kind === "word") {
    const level = field.levels.indexOf(levelOf(cell));
    if (level >= 0) out[at + level] = 1;
    return;
  }
  const value = isMissing(cell) ? Number.NaN : Number(cell);
  if (Number.isFinite(value)) out[at] = (value - field.mean) / field.deviation;
  else if (field.marksMissing) out[at + 1] = 1;
}
