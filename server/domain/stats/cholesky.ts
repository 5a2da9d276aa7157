/** The lower triangle L of a symmetric positive definite matrix A = L Lᵀ; both row by row, `size` × `size`. */
export type Factor = { size: number; lower: Float64Array };

/**
 * Factors a symmetric positive definite matrix, of which the lower triangle is read. Null where it is not positive
 * definite to double precision. Source: G. H. Golub, C. F. Van Loan 2013, Matrix Computations, 4th ed., § 4.2.5.
 */
export function cholesky(matrix: Float64Array, size: number): Factor | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < i; j++)
      lower[i * size + j] = remainder(matrix, lower, size, i, j) / (lower[j * size + j] ?? 1);
    const left = remainder(matrix, lower, size, i, i);
    if (!(left > 1e-14 * Math.abs(matrix[i * size + i] ?? 0))) return null;
    lower[i * size + i] = Math.sqrt(left);
  }
  return { size, lower };
}

/** What is left of a cell after the columns before it. */
function remainder(matrix: Float64Array, lower: Float64Array, size: number, i: number, j: number): number {
  let left = matrix[i * size + j] ?? 0;
  for (let k = 0; k < j; k++) left -= (lower[i * size + k] ?? 0) * (lower[j * size + k] ?? 0);
  return left;
}

/** x of A x = b. */
export const solve = (factor: Factor, b: Float64Array): Float64Array =>
  solveUpper(factor, solveLower(factor, b));

/** x of L x = b. */
export function solveLower({ size, lower }: Factor, b: Float64Array): Float64Array {
  const x = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    let left = b[i] ?? 0;
    for (let k = 0; k < i; k++) left -= (lower[i * size + k] ?? 0) * (x[k] ?? 0);
    x[i] = left / (lower[i * size + i] ?? 1);
  }
  return x;
}

/** x of Lᵀ x = b: a standard normal b becomes a draw with covariance A⁻¹. */
export function solveUpper({ size, lower }: Factor, b: Float64Array): Float64Array {
  const x = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let left = b[i] ?? 0;
    for (let k = i + 1; k < size; k++) left -= (lower[k * size + i] ?? 0) * (x[k] ?? 0);
    x[i] = left / (lower[i * size + i] ?? 1);
  }
  return x;
}
