/**
 * Rows of numbers that are mostly zero: row r holds `values[i]` in column `columns[i]` for i from `starts[r]` up to
 * `starts[r + 1]`. Compressed sparse rows.
 */
export type SparseRows = {
  /** one more than there are rows */
  starts: Int32Array;
  columns: Int32Array;
  values: Float32Array;
  /** how many columns there are */
  width: number;
};

export const rowCount = (rows: SparseRows): number => rows.starts.length - 1;

/** Some rows, in the order asked for. */
export function takeRows(rows: SparseRows, indices: Int32Array): SparseRows {
  const starts = new Int32Array(indices.length + 1);
  indices.forEach((row, at) => {
    starts[at + 1] = (starts[at] ?? 0) + (rows.starts[row + 1] ?? 0) - (rows.starts[row] ?? 0);
  });
  const size = starts[indices.length] ?? 0;
  const columns = new Int32Array(size);
  const values = new Float32Array(size);
  indices.forEach((row, at) => {
    const [from, to] = [rows.starts[row] ?? 0, rows.starts[row + 1] ?? 0];
    columns.set(rows.columns.subarray(from, to), starts[at] ?? 0);
    values.set(rows.values.subarray(from, to), starts[at] ?? 0);
  });
  return { starts, columns, values, width: rows.width };
}

/** The inner product of a row and a dense vector. */
export function dotRow(rows: SparseRows, row: number, weights: Float64Array | Float32Array): number {
  const to = rows.starts[row + 1] ?? 0;
  let sum = 0;
  for (let i = rows.starts[row] ?? 0; i < to; i++)
    sum += (rows.values[i] ?? 0) * (weights[rows.columns[i] ?? 0] ?? 0);
  return sum;
}
