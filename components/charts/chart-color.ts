/** Colours of series. `treated` is the accent, `holdout` grey; the others differ in hue and in lightness. */
export type ChartTone = "treated" | "holdout" | "two" | "three" | "four" | "five";

const numbers: Record<ChartTone, number> = { treated: 1, two: 2, three: 3, four: 4, five: 5, holdout: 6 };

export function chartColor(tone: ChartTone): string {
  return `var(--color-chart-${numbers[tone]})`;
}
