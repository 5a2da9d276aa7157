import { type ArmMoments, type ArmSums, adjustedMoments, momentsOf } from "./arm-moments";
import {
  type Peeked,
  sequentialHalfWidth,
  sequentialHalfWidthOneSided,
  sequentialP,
  sequentialPOneSided,
} from "./confidence-sequence";
import { normalCdf, normalQuantile } from "./normal";
import { studentCdf, studentQuantile } from "./student-t";

export type Sides = 2 | "greater" | "less";
export type CompareOptions = {
  /** b − a, or (b − a) / a */
  difference: "absolute" | "relative";
  /** the share of cases in which the interval may miss, above 0 and below 1 */
  alpha: number;
  /** `greater`: b above a; `less`: below */
  sides: Sides;
  /** total units of both arms at which the always-valid interval is tightest; absent: one look at the end */
  tuning?: number;
  /** a normal prior on the effect; `flat` has no opinion; absent: no prior */
  prior?: "flat" | { mean: number; variance: number };
};
export type Comparison = {
  effect: number;
  /** an open end is null */
  ci: [number | null, number | null];
  se: number;
  /** under no effect; with `tuning` it is valid at every look */
  p: number;
  /** the probability that the effect is above zero; only with a prior */
  chanceToWin?: number;
};

/**
 * What two arms differ by, `a` being the baseline: Welch's t with Satterthwaite's degrees of freedom, an always-valid
 * interval, or a normal posterior. Null where an arm has fewer than two units or nothing in it varies, or a relative
 * difference has no baseline: nothing can be said then.
 *
 * Relative effects are the delta method's, on (b − a) / a. With CUPED the mean below the line stays the unadjusted one.
 * Source: B. L. Welch 1947, Biometrika 34, 28–35; F. E. Satterthwaite 1946, Biometrics Bulletin 2, 110–114; the others
 * at the functions.
 */
export function compareArms(a: ArmSums, b: ArmSums, options: CompareOptions): Comparison | null {
  if (a.n < 2 || b.n < 2) return null;
  const [from, to] = adjustedMoments(a, b);
  if (!(from.variance > 0 && to.variance > 0)) return null;
  const baseline = momentsOf(a).mean;
  const reached = momentsOf(b).mean;
  if (options.difference === "relative" && baseline === 0) return null;
  const isRelative = options.difference === "relative";
  const effect = (to.mean - from.mean) / (isRelative ? baseline : 1);
  const squaredError = isRelative
    ? to.variance / to.n / baseline ** 2 + ((from.variance / from.n) * reached ** 2) / baseline ** 4
    : to.variance / to.n + from.variance / from.n;
  const found = { effect, squaredError, degrees: degreesOf(from, to), n: from.n + to.n };
  if (options.prior !== undefined) return posterior(found, options, options.prior);
  return options.tuning === undefined ? tested(found, options) : peeked(found, options, options.tuning);
}

type Found = { effect: number; squaredError: number; degrees: number; n: number };

function degreesOf(a: ArmMoments, b: ArmMoments): number {
  const [x, y] = [a.variance / a.n, b.variance / b.n];
  return (x + y) ** 2 / (x ** 2 / (a.n - 1) + y ** 2 / (b.n - 1));
}

function tested({ effect, squaredError, degrees }: Found, { alpha, sides }: CompareOptions): Comparison {
  const se = Math.sqrt(squaredError);
  const half = studentQuantile(sides === 2 ? 1 - alpha / 2 : 1 - alpha, degrees) * se;
  return { effect, ci: ends(effect, half, sides), se, p: studentP(effect / se, degrees, sides) };
}

function studentP(t: number, degrees: number, sides: Sides): number {
  if (sides === 2) return 2 * studentCdf(-Math.abs(t), degrees);
  return studentCdf(sides === "greater" ? -t : t, degrees);
}

function peeked(
  { effect, squaredError, n }: Found,
  { alpha, sides }: CompareOptions,
  tuning: number,
): Comparison {
  const look: Peeked = { squaredError, n, tuning, alpha };
  const half = sides === 2 ? sequentialHalfWidth(look) : sequentialHalfWidthOneSided(look);
  const p =
    sides === 2
      ? sequentialP(effect, look)
      : sequentialPOneSided(sides === "greater" ? effect : -effect, look);
  return { effect, ci: ends(effect, half, sides), se: Math.sqrt(squaredError), p };
}

/** The normal posterior of the effect: precisions add, means are weighted by them; `p` stays that of Welch's test. */
function posterior(
  found: Found,
  options: CompareOptions,
  prior: NonNullable<CompareOptions["prior"]>,
): Comparison {
  const precision = 1 / found.squaredError;
  const before =
    prior === "flat" ? { mean: 0, precision: 0 } : { mean: prior.mean, precision: 1 / prior.variance };
  const variance = 1 / (precision + before.precision);
  const effect = variance * (precision * found.effect + before.precision * before.mean);
  const se = Math.sqrt(variance);
  const half = normalQuantile(options.sides === 2 ? 1 - options.alpha / 2 : 1 - options.alpha) * se;
  return {
    effect,
    ci: ends(effect, half, options.sides),
    se,
    p: tested(found, options).p,
    chanceToWin: normalCdf(effect / se),
  };
}

function ends(effect: number, half: number, sides: Sides): [number | null, number | null] {
  return [sides === "less" ? null : effect - half, sides === "greater" ? null : effect + half];
}
