/** Scores of the two classes, each sorted upwards. */
function bySign(scores: ArrayLike<number>, labels: ArrayLike<number>): [Float64Array, Float64Array] {
  const positives: number[] = [];
  const negatives: number[] = [];
  for (let i = 0; i < scores.length; i++) (labels[i] === 1 ? positives : negatives).push(scores[i] ?? 0);
  return [Float64Array.from(positives).sort(), Float64Array.from(negatives).sort()];
}

/**
 * The area under the ROC curve: how likely a positive scores above a negative, ties counting half. Null without both.
 * Source: J. A. Hanley, B. J. McNeil 1982, Radiology 143, 29–36.
 */
export function auc(scores: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  const [positives, negatives] = bySign(scores, labels);
  if (positives.length === 0 || negatives.length === 0) return null;
  let [below, upTo, wins] = [0, 0, 0];
  for (const score of positives) {
    while (below < negatives.length && (negatives[below] ?? 0) < score) below++;
    upTo = Math.max(upTo, below);
    while (upTo < negatives.length && (negatives[upTo] ?? 0) === score) upTo++;
    wins += (below + upTo) / 2;
  }
  return wins / positives.length / negatives.length;
}

/**
 * Average precision: Σ (recall gained) · precision over the thresholds from the highest score down, rows with equal scores
 * taken together. Null without a positive. Source: the definition of TREC (C. Buckley, E. Voorhees 2000, SIGIR).
 */
export function averagePrecision(scores: ArrayLike<number>, labels: ArrayLike<number>): number | null {
  const [positives, negatives] = bySign(scores, labels);
  if (positives.length === 0) return null;
  let [p, n, sum] = [positives.length, negatives.length, 0];
  while (p > 0) {
    const threshold = positives[p - 1] ?? 0;
    const before = p;
    while (p > 0 && (positives[p - 1] ?? 0) === threshold) p--;
    while (n > 0 && (negatives[n - 1] ?? 0) >= threshold) n--;
    const caught = positives.length - p;
    sum += ((before - p) * caught) / (caught + negatives.length - n);
  }
  return sum / positives.length;
}

/** Mean −log of the probability given to what came; probabilities are kept 1e-15 away from 0 and 1. */
export function logLoss(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i] ?? 0;
    sum -= Math.log(Math.min(1 - 1e-15, Math.max(1e-15, labels[i] === 1 ? p : 1 - p)));
  }
  return sum / probabilities.length;
}

/** Mean squared distance of probability and what came. Source: G. W. Brier 1950, Monthly Weather Review 78, 1–3. */
export function brier(probabilities: ArrayLike<number>, labels: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < probabilities.length; i++) sum += ((probabilities[i] ?? 0) - (labels[i] ?? 0)) ** 2;
  return sum / probabilities.length;
}

/** A bin of probabilities: its rows, their mean probability, and the share of positives among them. */
export type CalibrationBin = { n: number; predicted: number; actual: number };

/** Rows by ten bins of equal width of the probability, from [0, 0.1) to [0.9, 1]; empty ones are left out. */
export function calibrationBins(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  count = 10,
): CalibrationBin[] {
  const bins = Array.from({ length: count }, () => ({ n: 0, predicted: 0, actual: 0 }));
  for (let i = 0; i < probabilities.length; i++) {
    const p = probabilities[i] ?? 0;
    const bin = bins[Math.min(count - 1, Math.max(0, Math.floor(p * count)))];
    if (bin === undefined) continue;
    bin.n++;
    bin.predicted += p;
    bin.actual += labels[i] ?? 0;
  }
  return bins
    .filter(({ n }) => n > 0)
    .map(({ n, predicted, actual }) => ({ n, predicted: predicted / n, actual: actual / n }));
}

/**
 * Expected calibration error: the mean distance of predicted and actual over bins, weighed by their rows.
 * Source: M. P. Naeini, G. F. Cooper, M. Hauskrecht 2015, AAAI 29, with bins of equal width.
 */
export function calibrationError(bins: readonly CalibrationBin[]): number {
  const rows = bins.reduce((sum, { n }) => sum + n, 0);
  return bins.reduce((sum, { n, predicted, actual }) => sum + (n / rows) * Math.abs(predicted - actual), 0);
}
