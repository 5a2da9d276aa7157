import type { DesignRule } from "./design";
import type { LinearModel } from "./logistic";
import type { NumberColumn, TableColumn, WordColumn } from "./table-column";

type Field = DesignRule["fields"][number];
type NumberField = Extract<Field, { kind: "number" }>;
type WordField = Extract<Field, { kind: "word" }>;

/**
 * The log-odds of the chosen rows of columns, found by their names: what `marginsOf` says of their design, without laying
 * the design out, column by column.
 */
export function linearScores(
  { fields, numberCount }: DesignRule,
  { intercept, weights }: LinearModel,
  columns: readonly TableColumn[],
  rows: ArrayLike<number>,
): Float64Array {
  const out = new Float64Array(rows.length).fill(intercept);
  let [number, mark] = [0, numberCount];
  for (const field of fields) {
    const column = columns.find(({ name }) => name === field.name);
    const marks = weights.subarray(mark, mark + field.shares.length);
    mark += field.shares.length;
    if (field.kind === "word") {
      if (column?.kind === "word") addWords(out, field, column, rows, marks);
      continue;
    }
    const own = weights.subarray(number, number + (field.log === null ? 1 : 2));
    number += own.length;
    addNumbers(out, field, column?.kind === "number" ? column : null, rows, { own, missing: marks[0] ?? 0 });
  }
  return out;
}

function addNumbers(
  out: Float64Array,
  { mean, deviation, log }: NumberField,
  column: NumberColumn | null,
  rows: ArrayLike<number>,
  { own, missing }: { own: Float64Array; missing: number },
): void {
  const { values } = column ?? { values: new Float64Array(0) };
  const slope = (own[0] ?? 0) / deviation;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i] ?? 0] ?? Number.NaN;
    out[i] = (out[i] ?? 0) + (Number.isNaN(value) ? missing : slope * (value - mean));
  }
  if (log !== null) addLogs(out, values, rows, { ...log, slope: (own[1] ?? 0) / log.deviation });
}

function addLogs(
  out: Float64Array,
  values: Float64Array,
  rows: ArrayLike<number>,
  { shift, mean, slope }: { shift: number; mean: number; slope: number },
): void {
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i] ?? 0] ?? Number.NaN;
    if (Number.isNaN(value)) continue;
    out[i] = (out[i] ?? 0) + slope * (Math.log(Math.max(0, value) + shift) - mean);
  }
}

function addWords(
  out: Float64Array,
  { levels, marksMissing }: WordField,
  column: WordColumn,
  rows: ArrayLike<number>,
  weights: Float64Array,
): void {
  const known = new Map(levels.map((level, i) => [level, weights[i] ?? 0]));
  const ofCode = Float64Array.from(column.levels, (level) => known.get(level) ?? 0);
  const missing = marksMissing ? (weights[levels.length] ?? 0) : 0;
  for (let i = 0; i < rows.length; i++) {
    const code = column.codes[rows[i] ?? 0] ?? -1;
    out[i] = (out[i] ?? 0) + (code < 0 ? missing : (ofCode[code] ?? 0));
  }
}
