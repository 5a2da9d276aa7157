import { cholesky, solve } from "../stats/cholesky";
import { ActionMoments } from "./action-moments";
import type { Logged } from "./logged";

/** Rows go to folds by their place; each fold is predicted by a model that has not seen it. */
export const FOLDS = 10;

const RIDGE = 1;
/** One action's own answer to the context needs many rows to move away from that of all actions. */
const OWN_RIDGE = 10;

/** Coefficients of one model: for each action, of the context and of the constant behind it. */
type Weights = readonly Float64Array[];
export type RewardModel = { width: number; folds: readonly Weights[] };

/**
 * Models of the reward by context and action, one for each fold, of the rows outside it, so that what the estimators add
 * and take away is independent.
 *
 * Ridge regression on context and action together, and on top of it one on the context for each action, strongly shrunk:
 * an action with few rows answers as all do.
 */
export function rewardModel(logged: Logged): RewardModel {
  const folds = Array.from({ length: FOLDS }, () => new ActionMoments(logged.actions, logged.width + 1));
  for (let row = 0; row < logged.action.length; row++) folds[row % FOLDS]?.add(logged, row);
  const all = ActionMoments.sumOf(folds);
  return { width: logged.width, folds: folds.map((fold) => weightsOf(all.without(fold))) };
}

/** The reward that a row's model expects of an action. */
export function expectedReward(
  { width, folds }: RewardModel,
  { context }: Logged,
  row: number,
  action: number,
): number {
  const weights = folds[row % FOLDS]?.[action];
  if (weights === undefined) return 0;
  let sum = weights[width] ?? 0;
  for (let i = 0; i < width; i++) sum += (weights[i] ?? 0) * (context[row * width + i] ?? 0);
  return sum;
}

function weightsOf(moments: ActionMoments): Weights {
  const common = commonWeights(moments);
  return common.map((weights, action) => {
    const { size } = moments;
    const matrix = Float64Array.from(moments.gramOf(action));
    const right = Float64Array.from(moments.momentOf(action));
    for (let i = 0; i < size; i++)
      for (let j = 0; j < size; j++)
        right[i] = (right[i] ?? 0) - (matrix[i * size + j] ?? 0) * (weights[j] ?? 0);
    const own = ridge(matrix, right, OWN_RIDGE);
    return weights.map((weight, i) => weight + (own[i] ?? 0));
  });
}

/** One set of coefficients of the context for all actions, and a constant for each, around the mean reward. */
function commonWeights(moments: ActionMoments): Weights {
  const { size, actions } = moments;
  const width = size - 1;
  const all = width + actions;
  const mean = moments.meanReward();
  const matrix = new Float64Array(all * all);
  const right = new Float64Array(all);
  const add = (i: number, j: number, value: number) => {
    matrix[i * all + j] = (matrix[i * all + j] ?? 0) + value;
  };
  for (let action = 0; action < actions; action++) {
    const [gram, moment] = [moments.gramOf(action), moments.momentOf(action)];
    const place = (i: number) => (i < width ? i : width + action);
    for (let i = 0; i < size; i++) {
      const counted = gram[i * size + width] ?? 0;
      right[place(i)] = (right[place(i)] ?? 0) + (moment[i] ?? 0) - mean * counted;
      for (let j = 0; j < size; j++) add(place(i), place(j), gram[i * size + j] ?? 0);
    }
  }
  const weights = ridge(matrix, right, RIDGE);
  return Array.from({ length: actions }, (_, action) => {
    const own = new Float64Array(size);
    own.set(weights.subarray(0, width));
    own[width] = mean + (weights[width + action] ?? 0);
    return own;
  });
}

function ridge(matrix: Float64Array, right: Float64Array, strength: number): Float64Array {
  const size = right.length;
  for (let i = 0; i < size; i++) matrix[i * size + i] = (matrix[i * size + i] ?? 0) + strength;
  const factor = cholesky(matrix, size);
  if (factor === null) throw new RangeError("the context holds numbers that are not finite");
  return solve(factor, right);
}
