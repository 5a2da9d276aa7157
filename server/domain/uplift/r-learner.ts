import type { Design } from "../scoring/design";
import { designOf, learnDesign } from "../scoring/design";
import { stratifiedFolds } from "../scoring/folds";
import { type LinearModel, marginsOf } from "../scoring/logistic";
import type { TableColumn } from "../scoring/table-column";
import { ridge } from "./ridge";

/** People of one arm and of the control, by row of the table: whether they were treated, and what came of it. */
export type Trial = { columns: readonly TableColumn[]; treated: Uint8Array; outcome: Float64Array };

const FOLDS = 5;
/** Penalties per row; infinite: the treatment does the same for everybody. */
const PENALTIES = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, Number.POSITIVE_INFINITY];

/**
 * Learns from some rows what the treatment adds for each person, and says it of others (`asked`), in the unit of the
 * outcome. The effect is linear in the features with a ridge penalty: outcome − m(x) = (treated − share) · effect(x), where
 * m(x) is what is to be expected without knowing the arm. m is cross-fitted; both penalties are those that predict held-out
 * rows best, of which one says that the effect is the same for all. Assumes that chance assigned the treatment.
 * Source: X. Nie, S. Wager 2021, Quasi-oracle estimation of heterogeneous treatment effects, Biometrika 108, 299–319.
 */
export function learnEffect(
  { columns, treated, outcome }: Trial,
  rows: Int32Array,
  asked: Int32Array,
  random: () => number,
): Float64Array {
  const rule = learnDesign(columns, rows);
  const design = designOf(rule, columns, rows);
  const own = Float64Array.from(rows, (row) => treated[row] ?? 0);
  const target = Float64Array.from(rows, (row) => outcome[row] ?? 0);
  const foldOf = stratifiedFolds(own, FOLDS, random);
  const expected = bestHeld(design, target, new Float64Array(rows.length).fill(1), foldOf).held;
  const share = own.reduce((sum, one) => sum + one, 0) / own.length;
  const excess = own.map((one) => one - share);
  const effect = target.map((value, i) => (value - (expected[i] ?? 0)) / (excess[i] ?? 1));
  const weights = excess.map((one) => one * one);
  const { l2 } = bestHeld(design, effect, weights, foldOf);
  const [model] = ridge(design, effect, { l2s: [l2], weights });
  return marginsOf(model ?? nothing(design), designOf(rule, columns, asked));
}

const nothing = ({ width }: Design): LinearModel => ({ intercept: 0, weights: new Float64Array(width) });

/** The penalty whose regressions predict held-out rows best, and what they say about them. */
function bestHeld(design: Design, target: Float64Array, weights: Float64Array, foldOf: Uint8Array) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const l2s = PENALTIES.map((penalty) => penalty * total);
  const held: Float64Array[] = l2s.map(() => new Float64Array(design.rows));
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = weights.map((weight, i) => (foldOf[i] === fold ? 0 : weight));
    for (const [k, model] of ridge(design, target, { l2s, weights: seen }).entries()) {
      const said = marginsOf(model, design);
      held[k] = held[k]?.map((one, i) => (foldOf[i] === fold ? (said[i] ?? 0) : one)) ?? said;
    }
  }
  const losses = held.map((said) =>
    said.reduce((sum, one, i) => sum + (weights[i] ?? 0) * ((target[i] ?? 0) - one) ** 2, 0),
  );
  const best = losses.indexOf(Math.min(...losses));
  return { l2: l2s[best] ?? Number.POSITIVE_INFINITY, held: held[best] ?? new Float64Array(design.rows) };
}
