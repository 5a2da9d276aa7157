import { linearSvm, type SvmOptions } from "./linear-svm";
import { rowCount, type SparseRows } from "./sparse-rows";

/**
 * One linear score for each class: `weights[column * classes + k]` belongs to class k, the last column is the intercept.
 */
export type LinearScores = { classes: number; width: number; weights: Float32Array };

/** A machine for each class against all others; two classes share one, mirrored. `classOf[r]` is the class of row r, from 0. */
export function oneVsRest(
  rows: SparseRows,
  classOf: Int32Array,
  classes: number,
  options: SvmOptions,
): LinearScores {
  const weights = new Float32Array((rows.width + 1) * classes);
  const isPair = classes === 2;
  for (let k = isPair ? 1 : 0; k < classes; k++) {
    const sides = Int8Array.from(classOf, (one) => (one === k ? 1 : -1));
    linearSvm(rows, sides, options).forEach((weight, column) => {
      weights[column * classes + k] = weight;
      if (isPair) weights[column * classes] = -weight;
    });
  }
  return { classes, width: rows.width, weights };
}

/** The scores of every row: `scores[r * classes + k]`. */
export function scoresOfRows(model: LinearScores, rows: SparseRows): Float32Array {
  const { classes } = model;
  const scores = new Float32Array(rowCount(rows) * classes);
  for (let row = 0; row < rowCount(rows); row++) {
    const from = rows.starts[row] ?? 0;
    const to = rows.starts[row + 1] ?? 0;
    scoreInto(
      model,
      rows.columns.subarray(from, to),
      rows.values.subarray(from, to),
      scores.subarray(row * classes, (row + 1) * classes),
    );
  }
  return scores;
}

/** Writes the score of each class for one row into `scores`. */
export function scoreInto(
  { classes, width, weights }: LinearScores,
  columns: Int32Array | readonly number[],
  values: Float32Array | readonly number[],
  scores: Float32Array,
): void {
  for (let k = 0; k < classes; k++) scores[k] = weights[width * classes + k] ?? 0;
  for (let i = 0; i < columns.length; i++) {
    const base = (columns[i] ?? 0) * classes;
    const value = values[i] ?? 0;
    for (let k = 0; k < classes; k++) scores[k] = (scores[k] ?? 0) + value * (weights[base + k] ?? 0);
  }
}
