import { calibrate, calibrated } from "./calibration";
import { fitForests } from "./fit-forests";
import { fitLinear, fitWith } from "./fit-linear";
import { logLoss } from "./metrics";
import type { ModelKind, ScoreModel } from "./score-model";
import { sigmoid } from "./sigmoid";
import type { TableColumn } from "./table-column";
import { trainingOf } from "./training-part";
import { innerFolds } from "./training-rules";

/** The penalty where rows are too few to choose one. */
const STRONG_L2 = 30;

/**
 * Fits a model of a yes or no on some rows of a table; `labels` are 0 or 1 by row of the table.
 *
 * The rows are dealt to inner folds, on which the linear part takes its penalty and the trees their number. A blend mixes
 * both by the share that predicts the held-out rows best (stacking: D. H. Wolpert 1992, Neural Networks 5, 241–259). What
 * the parts say about held-out rows then calibrates the model. With one row of a class nothing can be held out: the model
 * is then linear under a strong penalty, and not calibrated.
 */
export function fitScore(
  columns: readonly TableColumn[],
  labels: Uint8Array,
  rows: Int32Array,
  kind: ModelKind,
  random: () => number,
): ScoreModel {
  const own = Uint8Array.from(rows, (row) => labels[row] ?? 0);
  const folds = innerFolds(own);
  if (folds < 2) {
    const linear = fitWith({ rows, columns: [...columns], rates: [] }, labels, STRONG_L2);
    return { kind, linear, forests: [], treeShare: 0, calibration: { intercept: 0, slope: 1 } };
  }
  const training = trainingOf(columns, labels, rows, folds, random);
  const linear = kind === "gbt" ? null : fitLinear(training);
  const trees = kind === "logistic" ? null : fitForests(training);
  const held = { linear: linear?.margins ?? null, trees: trees?.margins ?? null };
  const treeShare = shareOf(held, own);
  return {
    kind,
    linear: treeShare < 1 ? (linear?.linear ?? null) : null,
    forests: treeShare > 0 ? (trees?.forests ?? []) : [],
    treeShare,
    calibration: calibrate(mixed(held, treeShare), own),
  };
}

type Held = { linear: Float64Array | null; trees: Float64Array | null };

const SHARES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];

/** The trees' share of a blend: that with the least log-loss of the calibrated mixture on held-out rows. */
function shareOf(held: Held, labels: Uint8Array): number {
  if (held.trees === null) return 0;
  if (held.linear === null) return 1;
  const losses = SHARES.map((share) => {
    const margins = mixed(held, share);
    const calibration = calibrate(margins, labels);
    return logLoss(
      margins.map((margin) => sigmoid(calibrated(calibration, margin))),
      labels,
    );
  });
  return SHARES[losses.indexOf(Math.min(...losses))] ?? 0;
}

function mixed({ linear, trees }: Held, treeShare: number): Float64Array {
  const either = linear ?? trees ?? new Float64Array(0);
  return either.map((_, i) => (1 - treeShare) * (linear?.[i] ?? 0) + treeShare * (trees?.[i] ?? 0));
}
