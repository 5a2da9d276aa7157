import { cholesky, type Factor, solveUpper } from "../stats/cholesky";
import type { Design } from "./design";
import type { LinearModel } from "./logistic";

/** A design of as many features as rows, and the way back to the weights of the features that it stands for. */
export type RowSpace = { design: Design; weightsOf(model: LinearModel): LinearModel };

/** Keeps the products of rows positive definite where rows repeat each other; of their mean square. */
const RIDGE = 1e-9;

/**
 * A design that has more features than rows, turned so that it has as many: with L Lᵀ = X Xᵀ, the rows of L as features give
 * the same margins under the same penalty, at the cost of the rows. Null where the rows have no features.
 * Source: T. Hastie, R. Tibshirani 2004, Efficient quadratic regularization for expression arrays, Biostatistics 5, 329–340.
 */
export function rowSpace(design: Design): RowSpace | null {
  const { rows } = design;
  const dense = Array.from({ length: rows }, (_, i) => denseRow(design, i));
  const products = new Float64Array(rows * rows);
  for (const [i, a] of dense.entries())
    for (let j = 0; j <= i; j++) products[i * rows + j] = dot(a, dense[j] ?? a);
  const meanSquare = dense.reduce((sum, _, i) => sum + (products[i * rows + i] ?? 0), 0) / rows;
  for (let i = 0; i < rows; i++) products[i * rows + i] = (products[i * rows + i] ?? 0) + RIDGE * meanSquare;
  const factor = cholesky(products, rows);
  if (factor === null) return null;
  return {
    design: {
      rows,
      numberCount: rows,
      numbers: factor.lower,
      slots: 0,
      marks: new Int32Array(0),
      width: rows,
    },
    weightsOf: (model) => ({ intercept: model.intercept, weights: weightsOf(factor, model.weights, dense) }),
  };
}

function denseRow({ numberCount, numbers, slots, marks, width }: Design, row: number): Float64Array {
  const out = new Float64Array(width);
  out.set(numbers.subarray(row * numberCount, (row + 1) * numberCount));
  for (const mark of marks.subarray(row * slots, (row + 1) * slots)) if (mark >= 0) out[mark] = 1;
  return out;
}

/** Xᵀ L⁻ᵀ b. */
function weightsOf(factor: Factor, b: Float64Array, dense: readonly Float64Array[]): Float64Array {
  const shares = solveUpper(factor, b);
  const out = new Float64Array(dense[0]?.length ?? 0);
  for (const [i, row] of dense.entries())
    for (let j = 0; j < out.length; j++) out[j] = (out[j] ?? 0) + (shares[i] ?? 0) * (row[j] ?? 0);
  return out;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
