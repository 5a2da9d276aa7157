import { logGamma } from "./log-gamma";

const TINY = 1e-300;
const PRECISION = 1e-15;
const MAX_TERMS = 10_000;

const awayFromZero = (x: number) => (Math.abs(x) < TINY ? TINY : x);

/**
 * The regularised incomplete beta function I_x(a, b) for 0 ≤ x ≤ 1 and a, b > 0: the share of a beta distribution
 * below x.
 *
 * Source: the continued fraction DLMF 8.17.22 (https://dlmf.nist.gov/8.17#v), summed by Lentz's method as modified
 * by Thompson and Barnett (1986); beyond (a + 1) / (a + b + 2) the symmetry DLMF 8.17.4 is used.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
  return (front / a) * fraction(x, a, b);
}

function fraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= MAX_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < PRECISION) return value;
  }
  throw new RangeError(`incompleteBeta(${x}, ${a}, ${b}) did not converge`);
}
