import { logGamma } from "./log-gamma";

const TINY = 1e-300;
const PRECISION = 1e-15;
const MAX_TERMS = 100_000;

/**
 * The regularised upper incomplete gamma function Q(a, x) for a > 0 and x ≥ 0: the share of a gamma distribution of
 * shape `a` above x. Relative error about 1e-13, also far in the tail.
 *
 * Source: the series DLMF 8.7.1 below a + 1, the continued fraction DLMF 8.9.2 above it (https://dlmf.nist.gov/8),
 * summed by Lentz's method as modified by Thompson and Barnett (1986).
 */
export function upperGamma(a: number, x: number): number {
  if (!(a > 0) || !(x >= 0)) throw new RangeError(`upperGamma needs a > 0 and x >= 0, got ${a} and ${x}`);
  if (x === 0) return 1;
  if (x === Number.POSITIVE_INFINITY) return 0;
  const front = Math.exp(a * Math.log(x) - x - logGamma(a));
  return x < a + 1 ? 1 - front * series(a, x) : front * fraction(a, x);
}

function series(a: number, x: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n <= MAX_TERMS; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * PRECISION) return sum;
  }
  throw new RangeError(`upperGamma(${a}, ${x}) did not converge`);
}

function fraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / TINY;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n <= MAX_TERMS; n++) {
    const top = -n * (n - a);
    b += 2;
    d = 1 / awayFromZero(top * d + b);
    c = awayFromZero(b + top / c);
    const step = d * c;
    value *= step;
    if (Math.abs(step - 1) < PRECISION) return value;
  }
  throw new RangeError(`upperGamma(${a}, ${x}) did not converge`);
}

const awayFromZero = (x: number) => (Math.abs(x) < TINY ? TINY : x);

/** The share of a chi-squared distribution of `degrees` degrees of freedom above `value`. */
export const chiSquaredTail = (value: number, degrees: number): number => upperGamma(degrees / 2, value / 2);
