import { type Estimate, Z_TWO_SIDED } from "./estimate";

/**
 * A share of people with its 95 % interval: `successes` out of `trials`, in 0–1. Null without trials.
 * Source: E. B. Wilson 1927, the score interval without continuity correction; it stays inside 0–1 and holds its
 * level on small counts (Newcombe 1998, Statistics in Medicine 17, 857–872).
 */
export function wilson(successes: number, trials: number): Estimate | null {
  if (trials <= 0) return null;
  const share = successes / trials;
  const z2 = Z_TWO_SIDED * Z_TWO_SIDED;
  const centre = (share + z2 / (2 * trials)) / (1 + z2 / trials);
  const half =
    (Z_TWO_SIDED / (1 + z2 / trials)) *
    Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  // the ends of 0 out of n and n out of n are exact; rounding must not push them over
  return {
    value: share,
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === trials ? 1 : Math.min(1, centre + half),
  };
}
