import { digamma } from "./digamma";

/** From here on the asymptotic series is exact to double precision. */
const FAR = 10;
/** B₂ₖ / 2k for k = 1 … 7, B₂ₖ the Bernoulli numbers. */
const SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32_760, 1 / 12];

/**
 * ψ(x + by) − ψ(x) for x > 0 and by ≥ 0, exact also where x is so large that the difference of two digammas is rounding.
 * Source: the asymptotic series DLMF 5.11.2, term by term.
 */
export function digammaRise(x: number, by: number): number {
  if (x < FAR) return digamma(x + by) - digamma(x);
  const end = x + by;
  return Math.log1p(by / x) + (0.5 * by) / (x * end) + tail(x) - tail(end);
}

function tail(x: number): number {
  const inverse = 1 / (x * x);
  return SERIES.reduceRight((sum, coefficient) => (sum + coefficient) * inverse, 0);
}
