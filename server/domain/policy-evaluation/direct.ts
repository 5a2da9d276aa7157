import { studentQuantile } from "../stats/student-t";
import type { Bootstrapped } from "./bootstrap";
import type { Logged, Policy } from "./logged";
import { expectedReward, FOLDS, type RewardModel } from "./reward-model";

/** What each row's model expects of the policy in its context. */
export function directValues(logged: Logged, policy: Policy, model: RewardModel): Float64Array {
  const values = new Float64Array(logged.action.length);
  for (let row = 0; row < values.length; row++) {
    let sum = 0;
    for (let of = 0; of < logged.actions; of++) {
      const share = policy(row, of);
      if (share > 0) sum += share * expectedReward(model, logged, row, of);
    }
    values[row] = sum;
  }
  return values;
}

/**
 * The direct estimate with an interval that counts the model's own uncertainty: the jackknife over the folds, each leaving
 * out its rows from the model and from the mean. A model that is wrong in kind is off by more than the interval says.
 *
 * Source: J. Shao, C. F. J. Wu 1989, A General Theory for Jackknife Variance Estimation, Ann. Statist. 17, 1176–1197
 * (groups); Student's t with one degree of freedom less than groups.
 */
export function directEstimate(logged: Logged, policy: Policy, model: RewardModel): Bootstrapped {
  const rows = logged.action.length;
  const others = Array.from({ length: FOLDS }, (_, fold) => meanOutside(logged, policy, model, fold));
  const middle = others.reduce((sum, one) => sum + one, 0) / FOLDS;
  const squares = others.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  const values = directValues(logged, policy, model);
  const value = values.reduce((sum, one) => sum + one, 0) / rows;
  const se = Math.sqrt((squares * (FOLDS - 1)) / FOLDS);
  const half = studentQuantile(0.975, FOLDS - 1) * se;
  return { value, se, low: value - half, high: value + half };
}

/** The mean over the rows outside a fold by the model of those rows: the policy's mean context, times the coefficients. */
function meanOutside(logged: Logged, policy: Policy, { width, folds }: RewardModel, fold: number): number {
  const { context, action, actions } = logged;
  const sums = Array.from({ length: actions }, () => new Float64Array(width + 1));
  let rows = 0;
  for (let row = 0; row < action.length; row++) {
    if (row % FOLDS === fold) continue;
    rows++;
    for (const [of, sum] of sums.entries()) addRow(sum, context, row * width, width, policy(row, of));
  }
  let total = 0;
  for (const [of, sum] of sums.entries()) {
    const weights = folds[fold]?.[of];
    for (let i = 0; i <= width; i++) total += (sum[i] ?? 0) * (weights?.[i] ?? 0);
  }
  return rows === 0 ? 0 : total / rows;
}

function addRow(sum: Float64Array, context: Float64Array, from: number, width: number, share: number): void {
  if (share === 0) return;
  for (let i = 0; i < width; i++) sum[i] = (sum[i] ?? 0) + share * (context[from + i] ?? 0);
  sum[width] = (sum[width] ?? 0) + share;
}
