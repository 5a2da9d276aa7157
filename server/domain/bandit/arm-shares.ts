import { type ArmRewards, posteriorsOf } from "./arm-posterior";
import { bestProbabilities } from "./best-probabilities";

export type ArmShares = {
  /** with which probability each arm is to be drawn; they sum to 1 */
  weights: number[];
  /** the arm that is most probably the best; the first of equals */
  best: number;
  /** the probability that each arm is the best, before the floor */
  chances: number[];
};

/**
 * Shares for the next draws by Thompson sampling: each arm as often as it is probably the best, but never below `floor`,
 * so that every arm stays measurable. `floor` times the number of arms must not exceed 1. Exact: the same rewards give the
 * same shares, and these are the propensities of the draw.
 */
export function armShares(arms: readonly ArmRewards[], floor = 0): ArmShares {
  if (arms.length === 0) throw new RangeError("armShares needs an arm");
  if (!(floor >= 0 && floor * arms.length <= 1 + 1e-12))
    throw new RangeError(`a floor of ${floor} for ${arms.length} arms leaves less than nothing`);
  const chances = bestProbabilities(posteriorsOf(arms));
  const left = Math.max(0, 1 - floor * arms.length);
  return {
    weights: chances.map((chance) => floor + left * chance),
    best: chances.indexOf(Math.max(...chances)),
    chances,
  };
}
