import { type DesignRule, designOf, learnDesign } from "./design";
import { type ColumnKinds, kindsOf, type TextColumn, typeColumns } from "./type-columns";

/** How columns become numbers, learnt from the rows of a training part. Plain data. */
export type Encoding = { kinds: ColumnKinds; rule: DesignRule; width: number; names: readonly string[] };

/**
 * Learns how to turn columns of text into numbers: numbers standardised, what is missing at the mean and marked by a
 * column of its own, dates as days, weekday and month, anything else as one column a frequent level (one-hot). A column
 * that says nothing (one value) is left out.
 */
export function learnEncoding(columns: readonly TextColumn[], rows: Iterable<number>): Encoding {
  const kinds = kindsOf(columns);
  const rule = learnDesign(typeColumns(columns, kinds), [...rows], { logs: false });
  return { kinds, rule, width: rule.width, names: rule.names };
}

/** The rows as numbers, row by row, each `encoding.width` wide. Columns are found by their names. */
export function encodeRows(
  { kinds, rule, width }: Encoding,
  columns: readonly TextColumn[],
  rows: readonly number[],
): Float64Array {
  const { numberCount, numbers, slots, marks } = designOf(rule, typeColumns(columns, kinds), rows);
  const out = new Float64Array(rows.length * width);
  for (let i = 0; i < rows.length; i++) {
    out.set(numbers.subarray(i * numberCount, (i + 1) * numberCount), i * width);
    for (const mark of marks.subarray(i * slots, (i + 1) * slots)) if (mark >= 0) out[i * width + mark] = 1;
  }
  return out;
}
