import { type Bootstrapped, bootstrapped } from "./bootstrap";
import {
  contributionsOf,
  importanceWeights,
  switchThreshold,
  WEIGHTED,
  type Weighted,
} from "./contributions";
import { directEstimate } from "./direct";
import type { Logged, Policy } from "./logged";
import { rewardModel } from "./reward-model";

/** With fewer rewarded rows in which the policy may do what was done, a few rows decide. */
export const FEWEST_REWARDED = 20;
/** Below it the weighted rows say no more than so many rows of the policy's own would. */
export const SMALLEST_SIZE = 100;
/** One row that carries more than this share of all weight decides alone. */
export const LARGEST_SHARE = 0.05;

export type Refused = "rewarded-matches" | "effective-size" | "one-weight";
export type Overlap = {
  rows: number;
  /** (Σ w)² / Σ w²: as many rows of the policy's own would vary as much; 0 without any match */
  effectiveSize: number;
  /** rows with a reward other than zero in which the policy may take the logged action */
  rewardedMatches: number;
  /** the share of all weight that the heaviest row carries */
  largestWeightShare: number;
  /** the share of rows in which the policy may take the logged action */
  matched: number;
  /** the mean weight: far from 1, the propensities or the policy's probabilities are not what they are said to be */
  meanWeight: number;
  smallestPropensity: number;
};
export type Estimator = Weighted | "direct";
export type Evaluation = {
  overlap: Overlap;
  /** what the log cannot carry, in order; empty: the estimates hold */
  refused: Refused[];
  /** what the logging policy earned a row */
  logged: Bootstrapped;
  /** null where it is refused: no number then, rather than a wrong one */
  estimates: Record<Estimator, Bootstrapped> | null;
  clip: number;
  threshold: number | null;
};

/**
 * What another policy would have earned per row, judged by a log with propensities. Refuses where too little of the log
 * speaks of what the policy would do. `draws` of the bootstrap: as many as are usual, unless given.
 */
export function evaluatePolicy(
  logged: Logged,
  policy: Policy,
  random: () => number,
  draws?: number,
): Evaluation {
  const weights = importanceWeights(logged, policy);
  const overlap = overlapOf(logged, weights);
  const refused = refusals(overlap);
  const clip = Math.sqrt(weights.length);
  const own = { value: logged.reward };
  if (refused.length > 0) {
    const [earned] = bootstrapped([own], random, draws);
    return { overlap, refused, logged: earned ?? NOTHING, estimates: null, clip, threshold: null };
  }
  const model = rewardModel(logged);
  const threshold = switchThreshold(logged, weights, model);
  const parts = contributionsOf(logged, policy, weights, model, { clip, threshold });
  const [earned = NOTHING, ...found] = bootstrapped(
    [own, ...WEIGHTED.map((name) => parts[name])],
    random,
    draws,
  );
  const weighted = Object.fromEntries(WEIGHTED.map((name, i) => [name, found[i] ?? NOTHING]));
  const direct = directEstimate(logged, policy, model);
  // all of WEIGHTED are in it
  const estimates = { ...(weighted as Record<Weighted, Bootstrapped>), direct };
  return { overlap, refused, logged: earned, estimates, clip, threshold };
}

const NOTHING: Bootstrapped = { value: 0, low: 0, high: 0, se: 0 };

function overlapOf(logged: Logged, weights: Float64Array): Overlap {
  let [sum, squares, most, matches, rewarded, smallest] = [0, 0, 0, 0, 0, 1];
  for (const [row, weight] of weights.entries()) {
    sum += weight;
    squares += weight * weight;
    if (weight > most) most = weight;
    smallest = Math.min(smallest, logged.propensity[row] ?? 1);
    if (weight === 0) continue;
    matches++;
    if (logged.reward[row] !== 0) rewarded++;
  }
  const rows = weights.length;
  return {
    rows,
    effectiveSize: squares === 0 ? 0 : (sum * sum) / squares,
    rewardedMatches: rewarded,
    largestWeightShare: sum === 0 ? 0 : most / sum,
    matched: matches / rows,
    meanWeight: sum / rows,
    smallestPropensity: smallest,
  };
}

function refusals({ rewardedMatches, effectiveSize, largestWeightShare }: Overlap): Refused[] {
  const reasons: Refused[] = [];
  if (rewardedMatches < FEWEST_REWARDED) reasons.push("rewarded-matches");
  if (effectiveSize < SMALLEST_SIZE) reasons.push("effective-size");
  if (largestWeightShare > LARGEST_SHARE) reasons.push("one-weight");
  return reasons;
}
