import type { Design } from "../scoring/design";
import { curvatureOf, slopeOf } from "../scoring/design-sums";
import type { LinearModel } from "../scoring/logistic";
import { cholesky, solve } from "../stats/cholesky";

/** Σ w (target − intercept − Σ weights · x)², with each weight's square penalised by `l2`; w is 1 where none is given. */
export type RidgeOptions = { l2s: readonly number[]; weights?: Float64Array };

/**
 * Weighted ridge regressions, one a penalty: the intercept bears none; an infinite penalty leaves the intercept only.
 * Source: A. E. Hoerl, R. W. Kennard 1970, Technometrics 12, 55–67.
 */
export function ridge(design: Design, target: Float64Array, { l2s, weights }: RidgeOptions): LinearModel[] {
  const size = design.width + 1;
  const w = weights ?? new Float64Array(design.rows).fill(1);
  const slope = slopeOf(
    design,
    target.map((value, i) => value * (w[i] ?? 0)),
  );
  const curvature = curvatureOf(design, w);
  const total = curvature[size * size - 1] ?? 0;
  const constant = {
    intercept: total > 0 ? (slope[size - 1] ?? 0) / total : 0,
    weights: new Float64Array(size - 1),
  };
  return l2s.map((l2) => {
    if (l2 === Number.POSITIVE_INFINITY) return constant;
    const penalised = curvature.slice();
    for (let j = 0; j < size - 1; j++) penalised[j * size + j] = (penalised[j * size + j] ?? 0) + l2;
    const factor = cholesky(penalised, size);
    if (factor === null) return constant;
    const solved = solve(factor, slope);
    return { intercept: solved[size - 1] ?? 0, weights: solved.slice(0, size - 1) };
  });
}
