import { ALPHA, type Estimate } from "./estimate";

/** One customer to whom revenue was attributed, with all touches that they got. */
export type Buyer = { amount: number; touches: number };
/** Everybody else who was touched: how many, their touches, and the sum of the squares of each one's touches. */
export type Others = { people: number; touches: number; touchesSquared: number };

const FEWEST_BUYERS = 10;
const RESAMPLES = 1000;

type Ratio = { value: number; error: number };

/**
 * Revenue per touch, the sum of amounts over the sum of touches, with a 95 % bootstrap-t interval over customers.
 *
 * Customers, not touches, are what varies independently; the error is the linearised one of a ratio. The low end is
 * never below 0. Null with fewer than ten buyers: their spread says nothing about the next one.
 * Source: W. G. Cochran, Sampling Techniques (1977) § 2.11 for the error; B. Efron 1979 and P. Hall 1988, Annals of
 * Statistics 16, 927–953 for the bootstrap-t; Poisson weights stand in for the multinomial (Chamandy et al. 2012).
 * Coverage on heavy tails was measured in docs/decisions/041.
 */
export function ratioOfSums(buyers: readonly Buyer[], others: Others, random: () => number): Estimate | null {
  if (buyers.length < FEWEST_BUYERS) return null;
  const seen = ratio(buyers, null, others);
  if (seen.error === 0) return { value: seen.value, low: seen.value, high: seen.value };
  const weights = new Uint8Array(buyers.length);
  const statistics = new Float64Array(RESAMPLES);
  for (let i = 0; i < RESAMPLES; i++) {
    for (let b = 0; b < weights.length; b++) weights[b] = poissonOne(random());
    const again = ratio(buyers, weights, others);
    // no buyer drawn: as far below as can be
    statistics[i] = again.error > 0 ? (again.value - seen.value) / again.error : Number.NEGATIVE_INFINITY;
  }
  statistics.sort();
  const at = (share: number) => statistics[Math.floor(share * (RESAMPLES - 1))] ?? 0;
  const lowest = at(ALPHA / 2);
  if (!Number.isFinite(lowest)) return null;
  return {
    value: seen.value,
    low: Math.max(0, seen.value - at(1 - ALPHA / 2) * seen.error),
    high: seen.value - lowest * seen.error,
  };
}

function ratio(buyers: readonly Buyer[], weights: Uint8Array | null, others: Others): Ratio {
  const sums = { people: others.people, amount: 0, touches: others.touches };
  let [amountSquared, product, touchesSquared] = [0, 0, others.touchesSquared];
  buyers.forEach(({ amount, touches }, i) => {
    const weight = weights?.[i] ?? 1;
    sums.people += weight;
    sums.amount += weight * amount;
    sums.touches += weight * touches;
    amountSquared += weight * amount * amount;
    product += weight * amount * touches;
    touchesSquared += weight * touches * touches;
  });
  const value = sums.amount / sums.touches;
  // the sum of squared residuals amount − value × touches; rounding must not make it negative
  const residuals = Math.max(0, amountSquared - 2 * value * product + value * value * touchesSquared);
  return { value, error: Math.sqrt((residuals * sums.people) / (sums.people - 1)) / sums.touches };
}

/** A draw from the Poisson distribution with mean 1, by inversion of one uniform number. */
function poissonOne(uniform: number): number {
  let count = 0;
  let mass = Math.exp(-1);
  let below = mass;
  while (uniform > below && count < 20) {
    count++;
    mass /= count;
    below += mass;
  }
  return count;
}
