import { logBeta } from "./log-beta";

/**
 * `successes` of `trials` where a rate of `mean` was expected. `certainty`: how many trials that mean is known by, where it
 * is itself an estimate; left out: exactly.
 */
export type Tally = { successes: number; trials: number; mean: number; certainty?: number };

const LEAST = 0.1;
const MOST = 1e6;
/** Golden-section steps: the log of the strength is known to a thousandth. */
const STEPS = 24;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * How many trials the expected rates are worth: the strength s of a beta prior (s·mean, s·(1 − mean)) under which the tallies
 * are most likely, between 0.1 (rates differ as much as they can) and a million (they do not differ).
 * Source: the beta-binomial likelihood (Skellam 1948, Journal of the Royal Statistical Society B 10, 257–261), as empirical
 * Bayes.
 */
export function priorStrength(tallies: readonly Tally[]): number {
  const likelihood = (log: number) => {
    const strength = Math.exp(log);
    return tallies.reduce((sum, tally) => sum + betaBinomialLog(tally, strength), 0);
  };
  let low = Math.log(LEAST);
  let high = Math.log(MOST);
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let atLeft = likelihood(left);
  let atRight = likelihood(right);
  for (let step = 0; step < STEPS; step++) {
    if (atLeft < atRight) {
      low = left;
      left = right;
      atLeft = atRight;
      right = low + GOLDEN * (high - low);
      atRight = likelihood(right);
    } else {
      high = right;
      right = left;
      atRight = atLeft;
      left = high - GOLDEN * (high - low);
      atLeft = likelihood(left);
    }
  }
  return Math.exp((low + high) / 2);
}

/**
 * log of how likely a tally is, up to what does not depend on the strength. The variance of an estimated mean adds to that of
 * the rates around it.
 */
export function betaBinomialLog({ successes, trials, mean, certainty }: Tally, strength: number): number {
  const worth = certainty === undefined ? strength : 1 / (1 / strength + 1 / certainty);
  const a = worth * mean;
  const b = worth - a;
  return logBeta(a + successes, b + trials - successes) - logBeta(a, b);
}
