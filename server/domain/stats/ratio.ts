import { poisson } from "./counts";
import { ALPHA, type Estimate, FEWEST_BUYERS } from "./estimate";
import { grouped } from "./grouped";

/** One customer to whom revenue was attributed, with all touches that they got. */
export type Buyer = { amount: number; touches: number };
/** Everybody else who was touched: how many, their touches, and the sum of the squares of each one's touches. */
export type Others = { people: number; touches: number; touchesSquared: number };

const RESAMPLES = 1000;

type Ratio = { value: number; error: number };
/** Buyers as sums; `people` of them are drawn together. */
type Group = {
  people: number;
  amount: number;
  touches: number;
  amountSquared: number;
  product: number;
  touchesSquared: number;
};

/**
 * Revenue per touch, the sum of amounts over the sum of touches, with a 95 % bootstrap-t interval over customers.
 *
 * Customers, not touches, are what varies independently; the error is the linearised one of a ratio. The low end is
 * never below 0. Null with too few buyers.
 * Source: W. G. Cochran, Sampling Techniques (1977) § 2.11 for the error; B. Efron 1979 and P. Hall 1988, Annals of
 * Statistics 16, 927–953 for the bootstrap-t; Poisson weights stand in for the multinomial (Chamandy et al. 2012).
 * Coverage on heavy tails was measured in docs/decisions/041.
 */
export function ratioOfSums(buyers: readonly Buyer[], others: Others, random: () => number): Estimate | null {
  if (buyers.length < FEWEST_BUYERS) return null;
  const groups = grouped(buyers, ({ amount }) => amount).map(groupOf);
  const seen = ratio(groups, null, others);
  if (seen.error === 0) return { value: seen.value, low: seen.value, high: seen.value };
  const weights = new Float64Array(groups.length);
  const statistics = new Float64Array(RESAMPLES);
  for (let i = 0; i < RESAMPLES; i++) {
    for (const [g, { people }] of groups.entries()) weights[g] = poisson(people, random) / people;
    const again = ratio(groups, weights, others);
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

function groupOf(buyers: readonly Buyer[]): Group {
  const group = {
    people: buyers.length,
    amount: 0,
    touches: 0,
    amountSquared: 0,
    product: 0,
    touchesSquared: 0,
  };
  for (const { amount, touches } of buyers) {
    group.amount += amount;
    group.touches += touches;
    group.amountSquared += amount * amount;
    group.product += amount * touches;
    group.touchesSquared += touches * touches;
  }
  return group;
}

function ratio(groups: readonly Group[], weights: Float64Array | null, others: Others): Ratio {
  let { people, touches, touchesSquared } = others;
  let [amount, amountSquared, product] = [0, 0, 0];
  for (const [i, group] of groups.entries()) {
    const weight = weights?.[i] ?? 1;
    people += weight * group.people;
    amount += weight * group.amount;
    touches += weight * group.touches;
    amountSquared += weight * group.amountSquared;
    product += weight * group.product;
    touchesSquared += weight * group.touchesSquared;
  }
  const value = amount / touches;
  // the sum of squared residuals amount − value × touches; rounding must not make it negative
  const residuals = Math.max(0, amountSquared - 2 * value * product + value * value * touchesSquared);
  return { value, error: Math.sqrt((residuals * people) / (people - 1)) / touches };
}
