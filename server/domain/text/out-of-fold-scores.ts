import { stratifiedFolds } from "../scoring/folds";
import type { SvmOptions } from "./linear-svm";
import { oneVsRest, scoresOfRows } from "./one-vs-rest";
import { rowCount, type SparseRows, takeRows } from "./sparse-rows";

/**
 * The scores of every row by machines that have not seen it: `scores[r * classes + k]`. The columns are those of all rows:
 * which words there are is no secret, whose they are is.
 */
export function outOfFoldScores(
  rows: SparseRows,
  classOf: Int32Array,
  classes: number,
  options: SvmOptions & { folds: number },
): Float32Array {
  const scores = new Float32Array(rowCount(rows) * classes);
  const foldOf = stratifiedFolds(classOf, options.folds, options.random);
  for (let fold = 0; fold < options.folds; fold++) {
    const [seen, unseen] = [
      indicesOf(foldOf, (one) => one !== fold),
      indicesOf(foldOf, (one) => one === fold),
    ];
    if (seen.length === 0 || unseen.length === 0) continue;
    const seenClasses = Int32Array.from(seen, (row) => classOf[row] ?? 0);
    const model = oneVsRest(takeRows(rows, seen), seenClasses, classes, options);
    const found = scoresOfRows(model, takeRows(rows, unseen));
    unseen.forEach((row, at) => {
      scores.set(found.subarray(at * classes, (at + 1) * classes), row * classes);
    });
  }
  return scores;
}

function indicesOf(folds: Uint8Array, isOne: (fold: number) => boolean): Int32Array {
  const found: number[] = [];
  folds.forEach((fold, row) => {
    if (isOne(fold)) found.push(row);
  });
  return Int32Array.from(found);
}
