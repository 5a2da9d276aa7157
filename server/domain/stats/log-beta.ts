import { logGamma } from "./log-gamma";

/** From here on Stirling's series is exact to double precision. */
const FAR = 10;
/** B₂ₖ / 2k (2k − 1) for k = 1 … 7, B₂ₖ the Bernoulli numbers. */
const SERIES = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360_360, 1 / 156];

/**
 * log B(a, b) for a, b > 0, without the digits that a difference of log-gammas loses where one of them is large.
 * Source: Stirling's series DLMF 5.11.1, its large parts cancelled on paper, as in DiDonato & Morris 1992, ACM
 * Transactions on Mathematical Software 18, 360–373.
 */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const big = Math.max(a, b);
  if (big < FAR) return logGamma(small) + logGamma(big) - logGamma(small + big);
  const rest = correction(big) - correction(small + big);
  const bend = -Math.log1p(small / big);
  if (small < FAR) return logGamma(small) + (big - 0.5) * bend - small * Math.log(small + big) + small + rest;
  const middle = (small - 0.5) * Math.log(small / (small + big)) + big * bend;
  return middle + 0.5 * Math.log((2 * Math.PI) / big) + correction(small) + rest;
}

function correction(x: number): number {
  const inverse = 1 / (x * x);
  return SERIES.reduceRight((sum, coefficient) => sum * inverse + coefficient, 0) / x;
}
