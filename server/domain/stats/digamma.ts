/** From here on the asymptotic series is exact to double precision. */
const FAR = 10;
/** B₂ₖ / 2k for k = 1 … 7, B₂ₖ the Bernoulli numbers. */
const SERIES = [1 / 12, -1 / 120, 1 / 252, -1 / 240, 1 / 132, -691 / 32_760, 1 / 12];

/**
 * ψ(x), the derivative of log Γ(x), for x > 0; error about 1e-15, relative where |ψ| is above 1. Throws on x ≤ 0.
 * Source: the recurrence DLMF 5.5.2 up to 10, then the asymptotic series DLMF 5.11.2.
 */
export function digamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`digamma needs x > 0, got ${x}`);
  let shift = 0;
  let at = x;
  for (; at < FAR; at++) shift -= 1 / at;
  const inverse = 1 / (at * at);
  const tail = SERIES.reduceRight((sum, coefficient) => (sum + coefficient) * inverse, 0);
  return shift + Math.log(at) - 0.5 / at - tail;
}
