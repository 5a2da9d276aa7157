import { designOf, learnDesign } from "./design";
import { fitLogistic, marginsOf } from "./logistic";
import { logLoss } from "./metrics";
import type { LinearPart } from "./score-model";
import { sigmoid } from "./sigmoid";
import { type Lesson, place, type Training } from "./training-part";
import { penalties } from "./training-rules";

/**
 * Logistic regression on all rows of the training, with the penalty under which held-out rows were predicted with the
 * least log-loss; `margins` are what those predictions were, by position in the training.
 */
export function fitLinear(training: Training): { linear: LinearPart; margins: Float64Array } {
  const { whole, labels } = training;
  const grid = penalties(whole.rows.length);
  const held = heldMargins(training, grid);
  const own = Uint8Array.from(whole.rows, (row) => labels[row] ?? 0);
  const losses = held.map((margins) => logLoss(margins.map(sigmoid), own));
  const best = losses.indexOf(Math.min(...losses));
  const margins = held[best] ?? new Float64Array(whole.rows.length);
  return { linear: fitWith(whole, labels, grid[best] ?? 1), margins };
}

/** Logistic regression with a given penalty. */
export function fitWith({ rows, columns, rates }: Lesson, labels: Uint8Array, l2: number): LinearPart {
  const rule = learnDesign(columns, rows);
  const own = Uint8Array.from(rows, (row) => labels[row] ?? 0);
  const [model] = fitLogistic(designOf(rule, columns, rows), own, [l2]);
  return { rates, rule, intercept: model?.intercept ?? 0, weights: [...(model?.weights ?? [])], l2 };
}

/** For each penalty, what models of the other folds say about each row. */
function heldMargins({ whole, lessons, labels }: Training, grid: readonly number[]): Float64Array[] {
  const out = grid.map(() => new Float64Array(whole.rows.length));
  for (const { columns, rows, held, at } of lessons) {
    const rule = learnDesign(columns, rows);
    const own = Uint8Array.from(rows, (row) => labels[row] ?? 0);
    const asked = designOf(rule, columns, held);
    const models = fitLogistic(designOf(rule, columns, rows), own, grid);
    for (const [i, margins] of out.entries()) {
      const model = models[i];
      if (model !== undefined) place(margins, at, marginsOf(model, asked));
    }
  }
  return out;
}
