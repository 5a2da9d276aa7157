/** A value that stands for so many cases. */
export type Weighted = { value: number; weight: number };

/** The smallest value that at least `share` of all cases do not exceed; null without any case. */
export function weightedQuantile(values: readonly Weighted[], share: number): number | null {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const whole = sorted.reduce((sum, { weight }) => sum + weight, 0);
  if (whole === 0) return null;
  let below = 0;
  for (const { value, weight } of sorted) {
    below += weight;
    if (below >= share * whole) return value;
  }
  return sorted.at(-1)?.value ?? null;
}
