/** A figure with its 95 % interval, in the unit of the figure. */
export type Estimate = { value: number; low: number; high: number };

/** The share of cases in which an interval may miss the truth. */
export const ALPHA = 0.05;

/** With fewer buyers, their spread says nothing about the next one: nothing is said of the money of each. */
export const FEWEST_BUYERS = 10;

/** Standard normal quantile at 1 − ALPHA / 2. */
export const Z_TWO_SIDED = 1.959963984540054;

/** A figure times a known constant: both ends move with it. */
export const scaled = ({ value, low, high }: Estimate, by: number): Estimate => ({
  value: value * by,
  low: (by < 0 ? high : low) * by,
  high: (by < 0 ? low : high) * by,
});
