import type { NumberColumn, TableColumn, WordColumn } from "./table-column";

/** `shares`: of the rows with each level, then of those where it is missing, if that is marked. `log`: a second feature, log(x + shift), for numbers with a long tail. */
type NumberField = {
  kind: "number";
  name: string;
  mean: number;
  deviation: number;
  log: { shift: number; mean: number; deviation: number } | null;
  marksMissing: boolean;
  shares: readonly number[];
};
type WordField = {
  kind: "word";
  name: string;
  levels: readonly string[];
  marksMissing: boolean;
  shares: readonly number[];
};

/** How columns become the numbers of a linear model, learnt from the rows of a training part. Plain data. */
export type DesignRule = {
  fields: readonly (NumberField | WordField)[];
  /** of the features that are numbers; those that are 0 or 1 (levels, missing) follow */
  numberCount: number;
  width: number;
  /** of each feature */
  names: readonly string[];
  /** of each feature, the position of its field */
  fieldOf: readonly number[];
};

/**
 * Rows as a linear model reads them. Feature j < numberCount of row i is `numbers[i * numberCount + j]`. Every other
 * feature is 1 where one of the row's `slots` marks names it, `marks[i * slots + s]`, else 0; a mark of -1 names none.
 */
export type Design = {
  rows: number;
  numberCount: number;
  numbers: Float64Array;
  slots: number;
  marks: Int32Array;
  width: number;
};

/** Levels with fewer rows than this, or beyond the most frequent ones, are one level together. */
const FEWEST_ROWS = 10;
const MOST_LEVELS = 100;
/** All levels of all columns: the cube of their number is what a fit costs. */
const MOST_MARKS = 400;
const LONG_TAIL = 1.5;

/**
 * Learns how columns become features. Numbers are standardised, what is missing stands at the mean and is marked by a
 * feature of its own; numbers from 0 upwards with a long tail (skewness above 1.5) get their logarithm beside them, unless
 * `logs` is false. Words become one feature a frequent level; rare and new levels have none. A column of one value is left out.
 */
export function learnDesign(
  columns: readonly TableColumn[],
  rows: ArrayLike<number>,
  { logs = true }: { logs?: boolean } = {},
): DesignRule {
  const counted = columns.map((column) => (column.kind === "word" ? countLevels(column, rows) : null));
  const fewest = Math.max(Math.min(FEWEST_ROWS, rows.length / 4), fewestOf(counted));
  const fields = columns.flatMap((column, at) => {
    if (column.kind === "number") return numberField(column, rows, logs) ?? [];
    return wordField(column.name, counted[at] ?? new Map(), fewest, rows.length) ?? [];
  });
  const numbers = fields.flatMap(numberNames);
  const names = [...numbers, ...fields.flatMap(markNames)];
  const fieldOf = [numberNames, markNames].flatMap((namesOf) =>
    fields.flatMap((field, at) => namesOf(field).map(() => at)),
  );
  return { fields, numberCount: numbers.length, width: names.length, names, fieldOf };
}

/** The chosen rows of columns, found by their names, as a rule turns them into features. */
export function designOf(rule: DesignRule, columns: readonly TableColumn[], rows: ArrayLike<number>): Design {
  const { fields, numberCount, width } = rule;
  const slots = fields.filter((field) => field.kind === "word" || field.marksMissing).length;
  const design: Design = {
    rows: rows.length,
    numberCount,
    numbers: new Float64Array(rows.length * numberCount),
    slots,
    marks: new Int32Array(rows.length * slots).fill(-1),
    width,
  };
  const place = { number: 0, mark: numberCount, slot: 0 };
  for (const field of fields) {
    const column = columns.find(({ name }) => name === field.name);
    if (field.kind === "word") {
      if (column?.kind === "word") writeWords(design, field, column, rows, place);
    } else writeNumbers(design, field, column?.kind === "number" ? column : null, rows, place);
    place.number += numberNames(field).length;
    place.mark += markNames(field).length;
    if (field.kind === "word" || field.marksMissing) place.slot++;
  }
  return design;
}

/** Every n-th row, from the first. */
export function everyNth(design: Design, n: number): Design {
  const rows = Math.ceil(design.rows / n);
  const { numberCount, slots, width } = design;
  const numbers = new Float64Array(rows * numberCount);
  const marks = new Int32Array(rows * slots);
  for (let i = 0; i < rows; i++) {
    numbers.set(design.numbers.subarray(i * n * numberCount, (i * n + 1) * numberCount), i * numberCount);
    marks.set(design.marks.subarray(i * n * slots, (i * n + 1) * slots), i * slots);
  }
  return { rows, numberCount, numbers, slots, marks, width };
}

type Place = { number: number; mark: number; slot: number };

function writeNumbers(
  { numbers, numberCount, marks, slots }: Design,
  { mean, deviation, log, marksMissing }: NumberField,
  column: NumberColumn | null,
  rows: ArrayLike<number>,
  { number, mark, slot }: Place,
): void {
  for (let i = 0; i < rows.length; i++) {
    const value = column?.values[rows[i] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) {
      if (marksMissing) marks[i * slots + slot] = mark;
      continue;
    }
    numbers[i * numberCount + number] = (value - mean) / deviation;
    if (log === null) continue;
    // below what was seen in training the logarithm stands still
    const lifted = Math.log(Math.max(0, value) + log.shift);
    numbers[i * numberCount + number + 1] = (lifted - log.mean) / log.deviation;
  }
}

function writeWords(
  { marks, slots }: Design,
  { levels, marksMissing }: WordField,
  column: WordColumn,
  rows: ArrayLike<number>,
  { mark, slot }: Place,
): void {
  const positions = new Map(levels.map((level, position) => [level, mark + position]));
  const marksOf = Int32Array.from(column.levels, (level) => positions.get(level) ?? -1);
  const missing = marksMissing ? mark + levels.length : -1;
  for (let i = 0; i < rows.length; i++) {
    const code = column.codes[rows[i] ?? 0] ?? -1;
    marks[i * slots + slot] = code < 0 ? missing : (marksOf[code] ?? -1);
  }
}

const numberNames = (field: NumberField | WordField): string[] =>
  field.kind === "word" ? [] : field.log === null ? [field.name] : [field.name, `log of ${field.name}`];

function markNames(field: NumberField | WordField): string[] {
  const missing = field.marksMissing ? [`${field.name} is missing`] : [];
  return field.kind === "word"
    ? [...field.levels.map((level) => `${field.name} = ${level}`), ...missing]
    : missing;
}

/** The moments of a column's known values or, with a shift, of log(value + shift). */
function momentsOf(values: Float64Array, rows: ArrayLike<number>, shift: number | null = null) {
  const read = (i: number) => {
    const value = values[rows[i] ?? 0] ?? Number.NaN;
    return shift === null ? value : Math.log(value + shift);
  };
  let [known, sum] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    const value = read(i);
    if (Number.isNaN(value)) continue;
    known++;
    sum += value;
  }
  const mean = sum / Math.max(1, known);
  let [squares, cubes] = [0, 0];
  for (let i = 0; i < rows.length; i++) {
    const step = read(i) - mean;
    if (Number.isNaN(step)) continue;
    squares += step * step;
    cubes += step * step * step;
  }
  const deviation = Math.sqrt(squares / Math.max(1, known));
  return { known, mean, deviation, skewness: cubes / Math.max(1, known) / deviation ** 3 };
}

function numberField(
  { name, values }: NumberColumn,
  rows: ArrayLike<number>,
  logs: boolean,
): NumberField | null {
  const { known, mean, deviation, skewness } = momentsOf(values, rows);
  const varies = deviation > 1e-12 * Math.abs(mean);
  const marksMissing = known < rows.length;
  if (known === 0 || (!varies && !marksMissing)) return null;
  const log = logs && varies && skewness > LONG_TAIL ? logOf(values, rows) : null;
  const shares = marksMissing ? [1 - known / rows.length] : [];
  return { kind: "number", name, mean, deviation: varies ? deviation : 1, log, marksMissing, shares };
}

/** The shift is the fifth percentile of what lies above 0, so that the unit of measurement does not matter. */
function logOf(values: Float64Array, rows: ArrayLike<number>): NumberField["log"] {
  const above = [];
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i] ?? 0] ?? Number.NaN;
    if (value < 0) return null;
    if (value > 0) above.push(value);
  }
  const shift = Float64Array.from(above).sort()[Math.floor(above.length / 20)] ?? 1;
  const { mean, deviation } = momentsOf(values, rows, shift);
  return { shift, mean, deviation: deviation > 0 ? deviation : 1 };
}

/** How many rows each level has; "" counts the missing. */
function countLevels({ levels, codes }: WordColumn, rows: ArrayLike<number>): Map<string, number> {
  const counts = new Int32Array(levels.length);
  let missing = 0;
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] ?? 0] ?? -1;
    if (code < 0) missing++;
    else counts[code] = (counts[code] ?? 0) + 1;
  }
  const seen = levels.flatMap((level, code) => {
    const count = counts[code] ?? 0;
    return count > 0 ? [[level, count] as const] : [];
  });
  return new Map([...seen, ...(missing > 0 ? [["", missing] as const] : [])]);
}

/** The fewest rows of a level such that all columns together have at most so many levels. */
function fewestOf(counted: readonly (ReadonlyMap<string, number> | null)[]): number {
  const all = counted.flatMap((counts) => (counts === null ? [] : [...counts.values()]));
  return all.length <= MOST_MARKS ? 0 : (all.sort((a, b) => b - a)[MOST_MARKS] ?? 0) + 1;
}

function wordField(
  name: string,
  counts: ReadonlyMap<string, number>,
  fewest: number,
  rows: number,
): WordField | null {
  const frequent = [...counts]
    .filter(([level, count]) => level !== "" && count >= fewest)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_LEVELS);
  const levels = frequent.map(([level]) => level);
  const marksMissing = (counts.get("") ?? 0) >= fewest && counts.has("");
  if (counts.size < 2 || (levels.length === 0 && !marksMissing)) return null;
  const shares = [...levels, ...(marksMissing ? [""] : [])].map((level) => (counts.get(level) ?? 0) / rows);
  return { kind: "word", name, levels, marksMissing, shares };
}
