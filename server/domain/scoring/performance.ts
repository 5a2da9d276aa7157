import {
  auc,
  averagePrecision,
  brier,
  type CalibrationBin,
  calibrationBins,
  calibrationError,
  logLoss,
} from "./metrics";

/** How well probabilities tell a yes or no. `ece10` is over ten bins of equal width; an area is null where a class lacks. */
export type Performance = {
  auc: number | null;
  aucFolds: (number | null)[];
  prAuc: number | null;
  logLoss: number;
  brier: number;
  ece10: number;
  calibration: CalibrationBin[];
};

/** Judges probabilities by what came (labels 0 or 1); `foldOf` says in which fold each row was predicted. */
export function performanceOf(
  probabilities: Float64Array,
  labels: Uint8Array,
  foldOf: Uint8Array,
): Performance {
  const folds = foldOf.reduce((most, fold) => Math.max(most, fold + 1), 0);
  const calibration = calibrationBins(probabilities, labels);
  return {
    auc: auc(probabilities, labels),
    aucFolds: Array.from({ length: folds }, (_, fold) =>
      auc(
        probabilities.filter((_p, row) => foldOf[row] === fold),
        labels.filter((_l, row) => foldOf[row] === fold),
      ),
    ),
    prAuc: averagePrecision(probabilities, labels),
    logLoss: logLoss(probabilities, labels),
    brier: brier(probabilities, labels),
    ece10: calibrationError(calibration),
    calibration,
  };
}
