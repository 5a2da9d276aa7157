/** One arm of an experiment, as sums over its units (people): what a store can add up without reading anyone twice. */
export type ArmSums =
  | ({ type: "proportion"; n: number; sum: number } & Before)
  | ({ type: "mean"; n: number; sum: number; sumSquares: number } & Before)
  | {
      type: "ratio";
      n: number;
      sum: number;
      sumSquares: number;
      denominatorSum: number;
      denominatorSumSquares: number;
      /** sum over units of numerator × denominator */
      crossSum: number;
    };

/** The same units before the experiment, for CUPED; `crossSum` is the sum over units of metric × the metric before. */
type Before = { pre?: { sum: number; sumSquares: number } | undefined; crossSum?: number | undefined };

/** What a comparison needs of an arm: units, the mean of the metric, and its variance per unit. */
export type ArmMoments = { n: number; mean: number; variance: number };

/**
 * The moments of one arm without adjustment. The variance of a proportion is p(1 − p), that of a mean has n − 1 below
 * it, that of a ratio of sums is the delta method's; none is below zero.
 *
 * Source for the ratio: A. Deng, U. Knoblich, J. Lu 2018, Applying the Delta Method in Metric Analytics, KDD, eq. 3.
 */
export function momentsOf(arm: ArmSums): ArmMoments {
  const { n, sum } = arm;
  if (arm.type === "proportion") {
    const share = sum / n;
    return { n, mean: share, variance: Math.max(0, share * (1 - share)) };
  }
  const variance = spread(n, sum, arm.sumSquares);
  if (arm.type === "mean") return { n, mean: sum / n, variance };
  const below = arm.denominatorSum / n;
  const ratio = sum / arm.denominatorSum;
  const belowVariance = spread(n, arm.denominatorSum, arm.denominatorSumSquares);
  const both = covariance(n, sum, arm.denominatorSum, arm.crossSum);
  return {
    n,
    mean: ratio,
    variance: Math.max(0, (variance - 2 * ratio * both + ratio * ratio * belowVariance) / (below * below)),
  };
}

/**
 * The moments of two arms after the metric's value before the experiment is taken out (CUPED): one slope for both, from
 * all units together. Where nothing varied before, nothing is taken out.
 *
 * Source: A. Deng, Y. Xu, R. Kohavi, T. Walker 2013, Improving the Sensitivity of Online Controlled Experiments by
 * Utilizing Pre-Experiment Data, WSDM, § 3.2–3.3.
 */
export function adjustedMoments(a: ArmSums, b: ArmSums): [ArmMoments, ArmMoments] {
  const [x, y] = [beforeOf(a), beforeOf(b)];
  if (x === null || y === null) return [momentsOf(a), momentsOf(b)];
  const n = a.n + b.n;
  const below = spread(n, x.sum + y.sum, x.sumSquares + y.sumSquares);
  const slope =
    below === 0 ? 0 : covariance(n, a.sum + b.sum, x.sum + y.sum, x.crossSum + y.crossSum) / below;
  return [adjusted(a, x, slope), adjusted(b, y, slope)];
}

type Known = { sum: number; sumSquares: number; crossSum: number };

function beforeOf(arm: ArmSums): Known | null {
  if (arm.type === "ratio" || arm.pre === undefined || arm.crossSum === undefined) return null;
  return { ...arm.pre, crossSum: arm.crossSum };
}

function adjusted(arm: ArmSums, before: Known, slope: number): ArmMoments {
  const { n, mean, variance } = momentsOf(arm);
  const shared = covariance(n, arm.sum, before.sum, before.crossSum);
  const left = variance + slope * slope * spread(n, before.sum, before.sumSquares) - 2 * slope * shared;
  return { n, mean: mean - (slope * before.sum) / n, variance: Math.max(0, left) };
}

const spread = (n: number, sum: number, sumSquares: number): number =>
  Math.max(0, sumSquares - (sum * sum) / n) / (n - 1);

const covariance = (n: number, sumX: number, sumY: number, crossSum: number): number =>
  (crossSum - (sumX * sumY) / n) / (n - 1);
