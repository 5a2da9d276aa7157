import type { Design } from "./design";

/** Σ t x, and the lower triangle of Σ w x xᵀ row by row; `size` is the design's width and one for the intercept, the last. */
export type DesignSums = { size: number; slope: Float64Array; curvature: Float64Array };

/** What a row weighs (w) and how it pulls (t). */
type Pull = { weight: number; pull: number };

/**
 * The sums that a (re)weighted least-squares step needs; `pullOf` writes the row's w and t. Features that are mostly 0 cost
 * only where they are 1.
 */
export function designSums(design: Design, pullOf: (row: number, out: Pull) => void): DesignSums {
  const { rows, numberCount, numbers, slots, width } = design;
  const size = width + 1;
  const sums = { size, slope: new Float64Array(size), curvature: new Float64Array(size * size) };
  const { slope, curvature } = sums;
  const weighed = new Float64Array(numberCount);
  const last = width * size;
  const at = { weight: 0, pull: 0 };
  for (let i = 0; i < rows; i++) {
    pullOf(i, at);
    addNumbers(sums, numbers, i * numberCount, weighed, at);
    if (slots > 0) addMarks(sums, design, i, weighed, at);
    addLine(curvature, last, weighed);
    curvature[last + width] = (curvature[last + width] ?? 0) + at.weight;
    slope[width] = (slope[width] ?? 0) + at.pull;
  }
  return sums;
}

/** Leaves each number times the row's weight in `weighed`. */
function addNumbers(
  { size, slope, curvature }: DesignSums,
  numbers: Float64Array,
  from: number,
  weighed: Float64Array,
  { weight, pull }: Pull,
): void {
  for (let j = 0; j < weighed.length; j++) {
    const x = numbers[from + j] ?? 0;
    const product = weight * x;
    weighed[j] = product;
    slope[j] = (slope[j] ?? 0) + pull * x;
    const line = j * size;
    for (let k = 0; k <= j; k++)
      curvature[line + k] = (curvature[line + k] ?? 0) + product * (numbers[from + k] ?? 0);
  }
}

/** What the features that are 1 in a row add. Marks of later slots name later features. */
function addMarks(
  { size, slope, curvature }: DesignSums,
  { slots, marks }: Design,
  row: number,
  weighed: Float64Array,
  { weight, pull }: Pull,
): void {
  const last = (size - 1) * size;
  for (let s = row * slots; s < (row + 1) * slots; s++) {
    const mark = marks[s] ?? -1;
    if (mark < 0) continue;
    slope[mark] = (slope[mark] ?? 0) + pull;
    addLine(curvature, mark * size, weighed);
    addPairs(curvature, mark * size, marks, row * slots, s, weight);
    curvature[last + mark] = (curvature[last + mark] ?? 0) + weight;
  }
}

function addLine(curvature: Float64Array, line: number, weighed: Float64Array): void {
  for (let j = 0; j < weighed.length; j++)
    curvature[line + j] = (curvature[line + j] ?? 0) + (weighed[j] ?? 0);
}

function addPairs(
  curvature: Float64Array,
  line: number,
  marks: Int32Array,
  from: number,
  to: number,
  weight: number,
): void {
  for (let s = from; s <= to; s++) {
    const mark = marks[s] ?? -1;
    if (mark >= 0) curvature[line + mark] = (curvature[line + mark] ?? 0) + weight;
  }
}
