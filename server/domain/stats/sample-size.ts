import { normalQuantile } from "./normal";

export type Wanted = {
  /** the share that converts without the change, above 0 and below 1 */
  baseline: number;
  /** the smallest difference that is to be found, absolute, not zero */
  mde: number;
  /** two-sided */
  alpha: number;
  power: number;
};

/**
 * How many people each variant needs so that a difference of `mde` in a share is found with probability `power`. Null
 * where baseline and mde together leave the range from 0 to 1.
 *
 * The two shares vary each by their own p(1 − p). Source: J. L. Fleiss, B. Levin, M. C. Paik 2003, Statistical Methods for
 * Rates and Proportions, 3rd ed., § 4.2, without the correction for continuity.
 */
export function peoplePerVariant({ baseline, mde, alpha, power }: Wanted): number | null {
  const reached = baseline + mde;
  if (!(baseline > 0 && baseline < 1 && reached > 0 && reached < 1) || mde === 0) return null;
  const spread = baseline * (1 - baseline) + reached * (1 - reached);
  const z = normalQuantile(1 - alpha / 2) + normalQuantile(power);
  return Math.ceil((z * z * spread) / (mde * mde));
}
