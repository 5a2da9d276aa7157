import { cholesky, type Factor, solve } from "../stats/cholesky";
import { type Design, everyNth } from "./design";
import { curvatureOf, slopeOf } from "./design-sums";
import { rowSpace } from "./row-space";
import { logLossOf, sigmoid } from "./sigmoid";

/** Log-odds = intercept + Σ weights[j] · feature j. */
export type LinearModel = { intercept: number; weights: Float64Array };

const MOST_STEPS = 200;
const HALVINGS = 30;
/** Of the loss: a step that wins less is the last. */
const TOLERANCE = 1e-12;
/** The curvature is summed anew, which costs most, when a step wins more than this part of what the one before it won. */
const SLOW = 0.1;
/** A fit of more rows than twice this begins at the fit, and with the curvature, of so many of them. */
const MANY_ROWS = 50_000;

/** Where a fit stands: the model, what it says and costs, and the curvature of the loss without its penalty, maybe of a step before. */
type State = {
  model: LinearModel;
  margins: Float64Array;
  curvature: Float64Array;
};

/**
 * The weights that make Σ log-loss + l2 / 2 · Σ weights² smallest, for each of `l2s` (above 0, best strongest first); the
 * intercept bears no penalty. `labels` are 0 or 1, one a row. The penalty makes the loss strictly convex, so it has one
 * minimum even where a feature separates the classes. Newton's steps reach it, halved while they overshoot, with a
 * curvature that is kept while it serves. Source: C. M. Bishop 2006, Pattern Recognition and Machine Learning, § 4.3.3;
 * J. Nocedal, S. J. Wright 2006, Numerical Optimization, ch. 3.
 */
export function fitLogistic(design: Design, labels: Uint8Array, l2s: readonly number[]): LinearModel[] {
  const turned = design.width > design.rows ? rowSpace(design) : null;
  if (turned !== null) return fitLogistic(turned.design, labels, l2s).map(turned.weightsOf);
  let state = beginning(design, labels, l2s[0] ?? 1);
  return l2s.map((l2) => {
    state = settled(state, design, labels, l2);
    return state.model;
  });
}

function beginning(design: Design, labels: Uint8Array, l2: number): State {
  const stride = Math.floor(design.rows / MANY_ROWS);
  if (stride >= 2) {
    const part = everyNth(design, stride);
    const partLabels = Uint8Array.from({ length: part.rows }, (_, i) => labels[i * stride] ?? 0);
    const partState = settled(beginning(part, partLabels, l2), part, partLabels, l2 / stride);
    return {
      model: partState.model,
      margins: marginsOf(partState.model, design),
      curvature: partState.curvature.map((one) => one * stride),
    };
  }
  const model = { intercept: baseOf(labels), weights: new Float64Array(design.width) };
  const margins = marginsOf(model, design);
  return { model, margins, curvature: lossCurvature(design, margins) };
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

/** Steps down to the minimum at one penalty. */
function settled(from: State, design: Design, labels: Uint8Array, l2: number): State {
  let { model, margins, curvature } = from;
  let loss = penalised(margins, labels, model, l2);
  let factor = factorOf(curvature, design.width + 1, l2);
  let before = Number.POSITIVE_INFINITY;
  let isFresh = false;
  for (let step = 0; step < MOST_STEPS && factor !== null; step++) {
    const direction = directionOf(factor, design, labels, margins, model, l2);
    const next = descend(design, labels, l2, { model, margins, loss, direction });
    ({ model, margins, loss } = next);
    if (direction.decrement < TOLERANCE * loss || (next.length === 0 && isFresh)) break;
    const served = next.length === 1 && direction.decrement < SLOW * before;
    isFresh = !served;
    before = served ? direction.decrement : Number.POSITIVE_INFINITY;
    if (served) continue;
    curvature = lossCurvature(design, margins);
    factor = factorOf(curvature, design.width + 1, l2);
  }
  return { model, margins, curvature };
}

const lossCurvature = (design: Design, margins: Float64Array): Float64Array =>
  curvatureOf(
    design,
    margins.map((margin) => {
      const p = sigmoid(margin);
      return p * (1 - p);
    }),
  );

function factorOf(curvature: Float64Array, size: number, l2: number): Factor | null {
  const penalised = curvature.slice();
  for (let j = 0; j < size; j++) {
    // where the model is sure of every row, the intercept would have no curvature
    const added = j < size - 1 ? l2 : 1e-10;
    penalised[j * size + j] = (penalised[j * size + j] ?? 0) + added;
  }
  return cholesky(penalised, size);
}

/** The intercept is last. `decrement` is about what the step wins. */
type Direction = { step: Float64Array; decrement: number };

function directionOf(
  factor: Factor,
  design: Design,
  labels: Uint8Array,
  margins: Float64Array,
  { weights }: LinearModel,
  l2: number,
): Direction {
  const left = margins.map((margin, i) => (labels[i] ?? 0) - sigmoid(margin));
  const slope = slopeOf(design, left);
  for (let j = 0; j < design.width; j++) slope[j] = (slope[j] ?? 0) - l2 * (weights[j] ?? 0);
  const step = solve(factor, slope);
  return { step, decrement: step.reduce((sum, value, j) => sum + (value * (slope[j] ?? 0)) / 2, 0) };
}

/** The step, or as much of it (`length`) as lowers the loss; 0 where none of it does. */
function descend(
  design: Design,
  labels: Uint8Array,
  l2: number,
  from: { model: LinearModel; margins: Float64Array; loss: number; direction: Direction },
) {
  const { model, margins, loss, direction } = from;
  let length = 1;
  for (let i = 0; i < HALVINGS; i++) {
    const moved = {
      intercept: model.intercept + length * (direction.step[design.width] ?? 0),
      weights: model.weights.map((weight, j) => weight + length * (direction.step[j] ?? 0)),
    };
    const said = marginsOf(moved, design);
    const reached = penalised(said, labels, moved, l2);
    if (reached <= loss) return { model: moved, margins: said, loss: reached, length };
    length /= 2;
  }
  return { model, margins, loss, length: 0 };
}
