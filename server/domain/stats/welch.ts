import { ALPHA, type Estimate } from "./estimate";
import { errorOfMean, meanOf, type Sample } from "./sample";
import { studentQuantile } from "./student-t";

/**
 * The difference of two means, treated minus held out, with Welch's 95 % interval.
 *
 * Degrees of freedom by Satterthwaite. Null where an arm has fewer than two people or nothing varies. On amounts
 * with a few very large ones its interval misses too often (docs/decisions/040): a first guess, not a verdict.
 * Source: B. L. Welch 1947, Biometrika 34, 28–35; F. E. Satterthwaite 1946, Biometrics Bulletin 2, 110–114.
 */
export function welch(treated: Sample, heldOut: Sample): (Estimate & { degrees: number }) | null {
  if (treated.people < 2 || heldOut.people < 2) return null;
  const a = errorOfMean(treated);
  const b = errorOfMean(heldOut);
  if (a + b === 0) return null;
  const degrees = (a + b) ** 2 / (a ** 2 / (treated.people - 1) + b ** 2 / (heldOut.people - 1));
  const value = meanOf(treated) - meanOf(heldOut);
  const half = studentQuantile(1 - ALPHA / 2, degrees) * Math.sqrt(a + b);
  return { value, low: value - half, high: value + half, degrees };
}
