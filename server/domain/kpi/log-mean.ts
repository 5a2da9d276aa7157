/**
 * The logarithmic mean of two positive numbers: (a − b) ÷ (ln a − ln b), and a itself where both are equal. It lies
 * between their geometric and their arithmetic mean.
 */
export function logMean(a: number, b: number): number {
  const ratio = Math.log(a / b);
  // near equality the quotient is 0 ÷ 0; the series is exact there to what a double can tell
  return Math.abs(ratio) < 1e-3 ? (a + b) / 2 - ((a - b) * (a - b)) / (12 * ((a + b) / 2)) : (a - b) / ratio;
}
