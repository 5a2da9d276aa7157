import { directValues } from "./direct";
import type { Logged, Policy } from "./logged";
import { expectedReward, type RewardModel } from "./reward-model";

/** The estimators that are means, or ratios of means, over rows. */
export const WEIGHTED = ["ips", "snips", "clipped", "doublyRobust", "switchDoublyRobust"] as const;
export type Weighted = (typeof WEIGHTED)[number];

/** What each row adds to an estimator: the estimate is the mean of `value`, for a ratio the sum of it over that of `below`. */
export type Contributions = { value: Float64Array; below?: Float64Array };

/** How many times likelier the policy takes the logged action than the logger did. */
export function importanceWeights(logged: Logged, policy: Policy): Float64Array {
  return Float64Array.from(
    logged.action,
    (action, row) => policy(row, action) / (logged.propensity[row] ?? 1),
  );
}

export type Cuts = {
  /** weights above it are cut to it (clipped) */
  clip: number;
  /** weights above it are left to the reward model (switch) */
  threshold: number;
};

/**
 * The rows' contributions to every estimator.
 *
 * Sources: IPS: D. G. Horvitz, D. J. Thompson 1952, JASA 47, 663–685. SNIPS: A. Swaminathan, T. Joachims 2015, The
 * Self-Normalized Estimator for Counterfactual Learning, NIPS. Clipped: E. L. Ionides 2008, Truncated Importance Sampling,
 * J. Comput. Graph. Stat. 17, 295–311. Direct and doubly robust: M. Dudík, J. Langford, L. Li 2011, Doubly Robust Policy
 * Evaluation and Learning, ICML. Switch: Y.-X. Wang, A. Agarwal, M. Dudík 2017, Optimal and Adaptive Off-policy Evaluation
 * in Contextual Bandits, ICML.
 */
export function contributionsOf(
  logged: Logged,
  policy: Policy,
  weights: Float64Array,
  model: RewardModel,
  { clip, threshold }: Cuts,
): Record<Weighted, Contributions> {
  const { reward, action } = logged;
  const direct = directValues(logged, policy, model);
  const row = (value: (index: number, weight: number) => number) =>
    Float64Array.from(weights, (w, i) => value(i, w));
  const gained = (i: number) => reward[i] ?? 0;
  const missed = Float64Array.from(action, (taken, i) => gained(i) - expectedReward(model, logged, i, taken));
  return {
    ips: { value: row((i, w) => w * gained(i)) },
    snips: { value: row((i, w) => w * gained(i)), below: weights },
    clipped: { value: row((i, w) => Math.min(w, clip) * gained(i)) },
    doublyRobust: { value: row((i, w) => (direct[i] ?? 0) + w * (missed[i] ?? 0)) },
    switchDoublyRobust: {
      value: row((i, w) => (direct[i] ?? 0) + (w <= threshold ? w * (missed[i] ?? 0) : 0)),
    },
  };
}

const QUANTILES = [0.5, 0.75, 0.9, 0.95, 0.99, 1];

/**
 * The weight above which the model is trusted more than the log: of several quantiles the one with the least estimated
 * squared error, variance of the estimate plus the square of the largest bias that leaving those rows to the model can
 * bring. Source: Wang, Agarwal, Dudík 2017, § 4.
 */
export function switchThreshold(logged: Logged, weights: Float64Array, model: RewardModel): number {
  const sorted = Float64Array.from(weights).sort();
  const largest = Math.max(...[0, ...bounds(logged.reward)].map(Math.abs));
  const candidates = QUANTILES.map(
    (q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0,
  );
  const errors = candidates.map((threshold) => {
    const { variance, left } = kept(logged, weights, model, threshold);
    return variance / weights.length + (left * largest) ** 2;
  });
  return candidates[errors.indexOf(Math.min(...errors))] ?? 0;
}

function bounds(values: Float64Array): [number, number] {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return [least, most];
}

/** The variance of the kept corrections, and the share of the policy's actions that is left to the model. */
function kept(logged: Logged, weights: Float64Array, model: RewardModel, threshold: number) {
  const { reward, action } = logged;
  let [sum, squares, left] = [0, 0, 0];
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? 0;
    if (weight > threshold) left += weight;
    else if (weight > 0) {
      const correction = weight * ((reward[i] ?? 0) - expectedReward(model, logged, i, action[i] ?? 0));
      sum += correction;
      squares += correction * correction;
    }
  }
  const n = weights.length;
  return { variance: squares / n - (sum / n) ** 2, left: left / n };
}
