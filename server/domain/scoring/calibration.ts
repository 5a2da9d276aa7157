import { logLossOf, sigmoid } from "./sigmoid";

/** log-odds = intercept + slope · margin. */
export type Calibration = { intercept: number; slope: number };

/** How strongly few rows are held to a slope of 1, which changes nothing: as a normal prior with deviation 0.5. */
const L2 = 4;
const MOST_STEPS = 50;

/**
 * Brings margins of rows that a model has not seen to the shares that came. `labels` are 0 or 1. Margins that say nothing,
 * or the opposite, get a slope of 0: everybody then has the base rate.
 * Source: J. Platt 1999, Probabilistic outputs for support vector machines, with a prior on the slope.
 */
export function calibrate(margins: ArrayLike<number>, labels: ArrayLike<number>): Calibration {
  let now: Calibration = { intercept: 0, slope: 1 };
  let loss = lossOf(now, margins, labels);
  for (let step = 0; step < MOST_STEPS; step++) {
    const { intercept, slope } = newtonStep(now, margins, labels);
    let length = 1;
    let next = now;
    let reached = Number.POSITIVE_INFINITY;
    while (reached > loss && length > 1e-9) {
      next = { intercept: now.intercept + length * intercept, slope: now.slope + length * slope };
      reached = lossOf(next, margins, labels);
      length /= 2;
    }
    if (!(loss - reached > 1e-10 * loss)) break;
    [now, loss] = [next, reached];
  }
  return now.slope >= 0 ? now : { intercept: baseOf(labels), slope: 0 };
}

export const calibrated = ({ intercept, slope }: Calibration, margin: number): number =>
  intercept + slope * margin;

function baseOf(labels: ArrayLike<number>): number {
  let positives = 0;
  for (let i = 0; i < labels.length; i++) positives += labels[i] ?? 0;
  return Math.log((positives + 0.5) / (labels.length - positives + 0.5));
}

function lossOf(now: Calibration, margins: ArrayLike<number>, labels: ArrayLike<number>): number {
  let sum = (L2 / 2) * (now.slope - 1) ** 2;
  for (let i = 0; i < margins.length; i++)
    sum += logLossOf(calibrated(now, margins[i] ?? 0), labels[i] === 1);
  return sum;
}

function newtonStep(now: Calibration, margins: ArrayLike<number>, labels: ArrayLike<number>): Calibration {
  let [a, b] = [0, -L2 * (now.slope - 1)];
  let [aa, ab, bb] = [1e-10, 0, L2];
  for (let i = 0; i < margins.length; i++) {
    const margin = margins[i] ?? 0;
    const p = sigmoid(calibrated(now, margin));
    const left = (labels[i] ?? 0) - p;
    const weight = p * (1 - p);
    a += left;
    b += left * margin;
    aa += weight;
    ab += weight * margin;
    bb += weight * margin * margin;
  }
  const determinant = aa * bb - ab * ab;
  return { intercept: (bb * a - ab * b) / determinant, slope: (aa * b - ab * a) / determinant };
}
