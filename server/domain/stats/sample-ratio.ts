import { chiSquaredTail } from "./incomplete-gamma";

/**
 * Whether people were split as planned: Pearson's chi-squared of the counts against the weights (of any sum), with as
 * many degrees of freedom as arms less one. A small `p` (below 0.001 is the usual mark) means that the arms cannot be
 * compared. Null with fewer than two arms of a weight above zero, or nobody counted.
 *
 * An arm of weight zero that holds somebody gives p = 0. Source: K. Pearson 1900, Philosophical Magazine 50, 157–175;
 * A. Fabijan et al. 2019, Diagnosing Sample Ratio Mismatch in Online Controlled Experiments, KDD.
 */
export function sampleRatio(
  observed: readonly number[],
  weights: readonly number[],
): { chi2: number; p: number } | null {
  const total = observed.reduce((sum, count) => sum + count, 0);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  const planned = weights.filter((one) => one > 0).length;
  if (planned < 2 || total === 0) return null;
  let chi2 = 0;
  for (const [arm, count] of observed.entries()) {
    const expected = (total * (weights[arm] ?? 0)) / weight;
    if (expected > 0) chi2 += (count - expected) ** 2 / expected;
    else if (count > 0) return { chi2: Number.POSITIVE_INFINITY, p: 0 };
  }
  return { chi2, p: chiSquaredTail(chi2, planned - 1) };
}
