import { designOf, learnDesign } from "./design";
import { fitLogistic, marginsOf } from "./logistic";
import { logLoss } from "./metrics";
import type { LinearPart } from "./score-model";
import { sigmoid } from "./sigmoid";
import { dividedBy, type TrainingPart } from "./training-part";
import { penalties } from "./training-rules";

/**
 * Logistic regression on all rows of the part, with the penalty under which rows of inner folds were predicted with the
 * least log-loss; `margins` are what those predictions were, by position in the part.
 */
export function fitLinear(part: TrainingPart): { linear: LinearPart; margins: Float64Array } {
  const { columns, rows, ownLabels } = part;
  const grid = penalties(rows.length);
  const held = heldMargins(part, grid);
  const losses = held.map((margins) => logLoss(margins.map(sigmoid), ownLabels));
  const best = losses.indexOf(Math.min(...losses));
  const l2 = grid[best] ?? 1;
  return {
    linear: fitWith(columns, ownLabels, rows, l2),
    margins: held[best] ?? new Float64Array(rows.length),
  };
}

/** Logistic regression with a given penalty; `labels` by position in `rows`. */
export function fitWith(
  columns: TrainingPart["columns"],
  labels: Uint8Array,
  rows: Int32Array,
  l2: number,
): LinearPart {
  const rule = learnDesign(columns, rows);
  const [model] = fitLogistic(designOf(rule, columns, rows), labels, [l2]);
  return { rule, intercept: model?.intercept ?? 0, weights: [...(model?.weights ?? [])], l2 };
}

/** For each penalty, what models of the other folds say about each row. */
function heldMargins(part: TrainingPart, grid: readonly number[]): Float64Array[] {
  const { columns, rows, ownLabels, folds } = part;
  const out = grid.map(() => new Float64Array(rows.length));
  for (let fold = 0; fold < folds; fold++) {
    const { held, seen } = dividedBy(part, fold);
    const seenRows = seen.map((at) => rows[at] ?? 0);
    const seenLabels = Uint8Array.from(seen, (at) => ownLabels[at] ?? 0);
    const rule = learnDesign(columns, seenRows);
    const design = designOf(rule, columns, seenRows);
    const asked = designOf(
      rule,
      columns,
      held.map((at) => rows[at] ?? 0),
    );
    for (const [i, model] of fitLogistic(design, seenLabels, grid).entries())
      place(out[i], held, marginsOf(model, asked));
  }
  return out;
}

function place(out: Float64Array | undefined, at: Int32Array, values: Float64Array): void {
  for (const [i, value] of values.entries()) if (out !== undefined) out[at[i] ?? 0] = value;
}
