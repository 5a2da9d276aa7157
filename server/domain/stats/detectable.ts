import { Z_TWO_SIDED } from "./estimate";

/** Standard normal quantile at 0.8: an effect of this size is found in four cases of five. */
const Z_POWER = 0.8416212335729143;

/**
 * The smallest difference of two means that a comparison of so many people finds in four cases of five, at the 5 % level
 * on two sides, in the unit of `deviation`. Null where an arm has fewer than two people or nothing varies.
 *
 * Both arms are taken to vary alike. Source: J. Cohen 1988, Statistical Power Analysis for the Behavioral Sciences, 2nd
 * ed., ch. 2, in its normal approximation.
 */
export function detectable(treated: number, heldOut: number, deviation: number): number | null {
  if (treated < 2 || heldOut < 2 || !(deviation > 0)) return null;
  return (Z_TWO_SIDED + Z_POWER) * deviation * Math.sqrt(1 / treated + 1 / heldOut);
}
