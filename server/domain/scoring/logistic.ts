import { cholesky, solve } from "../stats/cholesky";
import type { Design } from "./design";
import { designSums } from "./design-sums";
import { logLossOf, sigmoid } from "./sigmoid";

/** Log-odds = intercept + Σ weights[j] · feature j. */
export type LinearModel = { intercept: number; weights: Float64Array };

export type LogisticOptions = {
  /** the penalty is l2 / 2 · Σ weights²; the intercept bears none. Above 0. */
  l2: number;
  /** where to begin, such as the fit at a neighbouring penalty */
  start?: LinearModel;
};

const MOST_STEPS = 50;
const HALVINGS = 30;
/** Of the loss: where a step wins less, it is the last; the next would win about the square of that. */
const TOLERANCE = 1e-7;
/** A fit of more rows begins at the fit of so many of them. */
const MANY_ROWS = 50_000;

/**
 * The weights that make Σ log-loss + l2 / 2 · Σ weights² smallest. `labels` are 0 or 1, one a row. The penalty makes the
 * loss strictly convex, so it has one minimum even where a feature separates the classes; Newton's steps, halved while
 * they overshoot, reach it. Source: C. M. Bishop 2006, Pattern Recognition and Machine Learning, § 4.3.3.
 */
export function fitLogistic(design: Design, labels: Uint8Array, { l2, start }: LogisticOptions): LinearModel {
  let model = start ?? beginning(design, labels, l2);
  let margins = marginsOf(model, design);
  let loss = penalised(margins, labels, model, l2);
  for (let step = 0; step < MOST_STEPS; step++) {
    const direction = newtonStep(design, labels, margins, model, l2);
    if (direction === null) break;
    const next = descend(design, labels, l2, { model, loss, direction });
    if (next === null) break;
    ({ model, margins, loss } = next);
    if (!(direction.decrement > TOLERANCE * loss)) break;
  }
  return model;
}

function beginning(design: Design, labels: Uint8Array, l2: number): LinearModel {
  if (design.rows < 2 * MANY_ROWS)
    return { intercept: baseOf(labels), weights: new Float64Array(design.width) };
  const stride = Math.floor(design.rows / MANY_ROWS);
  const rows = Array.from({ length: MANY_ROWS }, (_, i) => i * stride);
  const { numberCount, numbers, slots, marks, width } = design;
  const part = {
    rows: MANY_ROWS,
    numberCount,
    numbers: new Float64Array(MANY_ROWS * numberCount),
    slots,
    marks: new Int32Array(MANY_ROWS * slots),
    width,
  };
  for (const [i, row] of rows.entries()) {
    part.numbers.set(numbers.subarray(row * numberCount, (row + 1) * numberCount), i * numberCount);
    part.marks.set(marks.subarray(row * slots, (row + 1) * slots), i * slots);
  }
  return fitLogistic(
    part,
    Uint8Array.from(rows, (row) => labels[row] ?? 0),
    { l2 },
  );
}

const baseOf = (labels: Uint8Array): number => {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  return Math.log((positives + 0.5) / (labels.length - positives + 0.5));
};

/** The log-odds of every row. */
export function marginsOf({ intercept, weights }: LinearModel, design: Design): Float64Array {
  const { rows, numberCount, numbers, slots, marks } = design;
  const out = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = intercept;
    const from = i * numberCount;
    for (let j = 0; j < numberCount; j++) sum += (weights[j] ?? 0) * (numbers[from + j] ?? 0);
    for (let s = i * slots; s < (i + 1) * slots; s++) {
      const mark = marks[s] ?? -1;
      if (mark >= 0) sum += weights[mark] ?? 0;
    }
    out[i] = sum;
  }
  return out;
}

function penalised(margins: Float64Array, labels: Uint8Array, { weights }: LinearModel, l2: number): number {
  let loss = 0;
  for (let i = 0; i < margins.length; i++) loss += logLossOf(margins[i] ?? 0, labels[i] === 1);
  return loss + (l2 / 2) * weights.reduce((sum, weight) => sum + weight * weight, 0);
}

type Direction = { step: Float64Array; decrement: number };

function descend(
  design: Design,
  labels: Uint8Array,
  l2: number,
  { model, loss, direction }: { model: LinearModel; loss: number; direction: Direction },
) {
  let length = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const moved = {
      intercept: model.intercept + length * (direction.step[design.width] ?? 0),
      weights: model.weights.map((weight, j) => weight + length * (direction.step[j] ?? 0)),
    };
    const margins = marginsOf(moved, design);
    const reached = penalised(margins, labels, moved, l2);
    if (reached <= loss) return { model: moved, margins, loss: reached };
    length /= 2;
  }
  return null;
}

/** H⁻¹ times the negative gradient, and half of what they multiply to: about what the step wins. The intercept is last. */
function newtonStep(
  design: Design,
  labels: Uint8Array,
  margins: Float64Array,
  { weights }: LinearModel,
  l2: number,
): Direction | null {
  const { size, slope, curvature } = designSums(design, (row, out) => {
    const p = sigmoid(margins[row] ?? 0);
    out.pull = (labels[row] ?? 0) - p;
    out.weight = p * (1 - p);
  });
  for (let j = 0; j < design.width; j++) {
    slope[j] = (slope[j] ?? 0) - l2 * (weights[j] ?? 0);
    curvature[j * size + j] = (curvature[j * size + j] ?? 0) + l2;
  }
  // where the model is sure of every row, the intercept would have no curvature
  curvature[size * size - 1] = (curvature[size * size - 1] ?? 0) + 1e-10;
  const factor = cholesky(curvature, size);
  if (factor === null) return null;
  const step = solve(factor, slope);
  return { step, decrement: step.reduce((sum, value, j) => sum + (value * (slope[j] ?? 0)) / 2, 0) };
}
