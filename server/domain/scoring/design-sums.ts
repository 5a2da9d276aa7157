import type { Design } from "./design";

/** Σ t x over the rows, `pull` being t; the intercept, whose x is 1, is last. */
export function slopeOf(design: Design, pull: Float64Array): Float64Array {
  const { rows, numberCount, numbers, slots, width } = design;
  const slope = new Float64Array(width + 1);
  for (let i = 0; i < rows; i++) {
    const t = pull[i] ?? 0;
    const from = i * numberCount;
    for (let j = 0; j < numberCount; j++) slope[j] = (slope[j] ?? 0) + t * (numbers[from + j] ?? 0);
    if (slots > 0) addToMarked(slope, design, i, t);
    slope[width] = (slope[width] ?? 0) + t;
  }
  return slope;
}

/** Adds to every feature that is 1 in a row. */
function addToMarked(out: Float64Array, { slots, marks }: Design, row: number, value: number): void {
  for (let s = row * slots; s < (row + 1) * slots; s++) {
    const mark = marks[s] ?? -1;
    if (mark >= 0) out[mark] = (out[mark] ?? 0) + value;
  }
}

/**
 * The lower triangle of Σ w x xᵀ over the rows, line by line, `weights` being w; width + 1 on each side, the intercept
 * last. Features that are mostly 0 cost only where they are 1.
 */
export function curvatureOf(design: Design, weights: Float64Array): Float64Array {
  const { rows, numberCount, numbers, slots, width } = design;
  const curvature = new Float64Array((width + 1) ** 2);
  const block = new Float64Array(4 * numberCount);
  for (let i = 0; i < rows; i += 4) {
    weigh(block, curvature, design, weights, i);
    if (i + 4 <= rows) addFour(curvature, numbers, i * numberCount, design, block);
    else {
      const padded = new Float64Array(4 * numberCount);
      padded.set(numbers.subarray(i * numberCount));
      addFour(curvature, padded, 0, design, block);
    }
  }
  for (let i = 0; i < rows; i++) {
    if (slots > 0) addMarks(curvature, design, i, weights[i] ?? 0);
    curvature[curvature.length - 1] = (curvature.at(-1) ?? 0) + (weights[i] ?? 0);
  }
  return curvature;
}

/** Four rows' numbers times their weights; past the end: a row without weight. Adds them to the intercept's line. */
function weigh(
  block: Float64Array,
  curvature: Float64Array,
  { numberCount, numbers, width }: Design,
  weights: Float64Array,
  first: number,
): void {
  const last = width * (width + 1);
  for (let row = 0; row < 4; row++) {
    const weight = weights[first + row] ?? 0;
    const from = (first + row) * numberCount;
    for (let j = 0; j < numberCount; j++) {
      const weighed = weight === 0 ? 0 : weight * (numbers[from + j] ?? 0);
      block[row * numberCount + j] = weighed;
      curvature[last + j] = (curvature[last + j] ?? 0) + weighed;
    }
  }
}

/** The products of four rows at once: each sum is then read and written once instead of four times. */
function addFour(
  curvature: Float64Array,
  numbers: Float64Array,
  first: number,
  { numberCount, width }: Design,
  block: Float64Array,
): void {
  for (let j = 0; j < numberCount; j++) {
    const x0 = block[j] ?? 0;
    const x1 = block[numberCount + j] ?? 0;
    const x2 = block[2 * numberCount + j] ?? 0;
    const x3 = block[3 * numberCount + j] ?? 0;
    const line = j * (width + 1);
    for (let k = 0; k <= j; k++) {
      const at = first + k;
      const two = x0 * (numbers[at] ?? 0) + x1 * (numbers[at + numberCount] ?? 0);
      const more = x2 * (numbers[at + 2 * numberCount] ?? 0) + x3 * (numbers[at + 3 * numberCount] ?? 0);
      curvature[line + k] = (curvature[line + k] ?? 0) + two + more;
    }
  }
}

/** What the features that are 1 in a row add. Marks of later slots name later features. */
function addMarks(
  curvature: Float64Array,
  { numberCount, numbers, slots, marks, width }: Design,
  row: number,
  weight: number,
): void {
  const size = width + 1;
  const from = row * numberCount;
  for (let s = row * slots; s < (row + 1) * slots; s++) {
    const mark = marks[s] ?? -1;
    if (mark < 0) continue;
    const line = mark * size;
    for (let j = 0; j < numberCount; j++)
      curvature[line + j] = (curvature[line + j] ?? 0) + weight * (numbers[from + j] ?? 0);
    addPairs(curvature, line, marks, row * slots, s, weight);
    curvature[width * size + mark] = (curvature[width * size + mark] ?? 0) + weight;
  }
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
