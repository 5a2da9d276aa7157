import { binCount, type FeatureBins, missingBin } from "./bins";
import type { Split } from "./tree";

/** Sums of slopes and curvatures by bin: of bin b of feature f at `2 * (offsets[f] + b)` and one further. */
export type Histogram = Float64Array;
export type Sums = { slope: number; curvature: number };
/** A split, with the sums of its left side. */
export type Candidate = Split & { left: Sums };
export type SplitRules = {
  /** added to the curvature of every leaf: the more, the smaller its value */
  l2: number;
  /** curvature that each side needs; of log-loss it is p (1 − p) a row */
  leastCurvature: number;
};

/** Where each feature's bins begin in a histogram, and how many bins there are together. */
export function histogramLayout(features: readonly FeatureBins[]): { offsets: Int32Array; bins: number } {
  const offsets = new Int32Array(features.length);
  let bins = 0;
  for (const [f, feature] of features.entries()) {
    offsets[f] = bins;
    bins += binCount(feature);
  }
  return { offsets, bins };
}

/** Words: smoothing of a level's mean where levels are put in order, and the penalty of their leaves. LightGBM's defaults. */
const LEVEL_SMOOTHING = 10;
const LEVEL_L2 = 10;

/** The split of one feature that lowers the loss most (second order); null where none lowers it. */
export function bestSplit(
  histogram: Histogram,
  offset: number,
  at: { feature: number; bins: FeatureBins },
  total: Sums,
  rules: SplitRules,
): Candidate | null {
  const sums = histogram.subarray(2 * offset, 2 * (offset + binCount(at.bins)));
  return at.bins.kind === "number"
    ? bestThreshold(sums, at, total, rules)
    : bestLevels(sums, at, total, rules);
}

const score = (slope: number, curvature: number, l2: number) => (slope * slope) / (curvature + l2);

/**
 * Goes through the bins upwards, with what is missing on either side.
 * Source: T. Chen, C. Guestrin 2016, XGBoost, KDD, § 2.2 and algorithm 3.
 */
function bestThreshold(
  sums: Float64Array,
  { feature, bins }: { feature: number; bins: FeatureBins },
  total: Sums,
  rules: SplitRules,
): Candidate | null {
  const missing = missingBin(bins);
  const none = { slope: 0, curvature: 0 };
  const missed = { slope: sums[2 * missing] ?? 0, curvature: sums[2 * missing + 1] ?? 0 };
  const hasMissing = missed.curvature > 0;
  const right = scan(sums, missing, none, total, rules);
  const left = hasMissing ? scan(sums, missing, missed, total, rules) : right;
  const best = left.score > right.score ? left : right;
  const gain = best.score - score(total.slope, total.curvature, rules.l2);
  if (!(gain > 0)) return null;
  // never seen missing here: with the heavier side
  const missingLeft = hasMissing ? best === left && left !== right : best.curvature * 2 > total.curvature;
  return {
    feature,
    threshold: best.threshold,
    missingBin: missing,
    missingLeft,
    mask: null,
    gain,
    left: { slope: best.slope, curvature: best.curvature },
  };
}

/** The best threshold where the left side holds `slope` and `curvature` before the first bin. */
function scan(
  sums: Float64Array,
  bins: number,
  { slope, curvature }: Sums,
  total: Sums,
  { l2, leastCurvature }: SplitRules,
) {
  const most = total.curvature - leastCurvature;
  const best = { score: Number.NEGATIVE_INFINITY, threshold: -1, slope: 0, curvature: 0 };
  let [g, h] = [slope, curvature];
  for (let bin = 0; bin < bins; bin++) {
    g += sums[2 * bin] ?? 0;
    h += sums[2 * bin + 1] ?? 0;
    if (h < leastCurvature) continue;
    if (h > most) break;
    const rest = total.slope - g;
    const reached = (g * g) / (h + l2) + (rest * rest) / (total.curvature - h + l2);
    if (reached <= best.score) continue;
    best.score = reached;
    best.threshold = bin;
    best.slope = g;
    best.curvature = h;
  }
  return best;
}

/** The score of a division; that of none where a side is too light. */
function wonBy(left: Sums, total: Sums, l2: number, leastCurvature: number): number {
  const rest = total.curvature - left.curvature;
  if (left.curvature < leastCurvature || rest < leastCurvature) return Number.NEGATIVE_INFINITY;
  return score(left.slope, left.curvature, l2) + score(total.slope - left.slope, rest, l2);
}

/**
 * Puts levels in the order of their means: the best division into two groups is then among the prefixes. Missing is a
 * level; levels that are not in this node go right. Source: W. D. Fisher 1958, JASA 53, 789–798; G. Ke et al. 2017,
 * LightGBM, NIPS.
 */
function bestLevels(
  sums: Float64Array,
  { feature, bins }: { feature: number; bins: FeatureBins },
  total: Sums,
  rules: SplitRules,
): Candidate | null {
  const l2 = rules.l2 + (binCount(bins) > 6 ? LEVEL_L2 : 0);
  const mean = (bin: number) => (sums[2 * bin] ?? 0) / ((sums[2 * bin + 1] ?? 0) + LEVEL_SMOOTHING);
  const present = Array.from({ length: sums.length / 2 }, (_, bin) => bin).filter(
    (bin) => (sums[2 * bin + 1] ?? 0) > 0,
  );
  present.sort((a, b) => mean(a) - mean(b));
  const whole = score(total.slope, total.curvature, l2);
  const left = { slope: 0, curvature: 0 };
  let best: { gain: number; count: number; sums: Sums } | null = null;
  for (const [i, bin] of present.entries()) {
    left.slope += sums[2 * bin] ?? 0;
    left.curvature += sums[2 * bin + 1] ?? 0;
    const gain = wonBy(left, total, l2, rules.leastCurvature) - whole;
    if (gain > (best?.gain ?? 0)) best = { gain, count: i + 1, sums: { ...left } };
  }
  if (best === null) return null;
  const mask = [0, 0, 0, 0, 0, 0, 0, 0];
  for (const bin of present.slice(0, best.count)) mask[bin >> 5] = (mask[bin >> 5] ?? 0) | (1 << (bin & 31));
  return {
    feature,
    threshold: -1,
    missingBin: -1,
    missingLeft: false,
    mask,
    gain: best.gain,
    left: best.sums,
  };
}
