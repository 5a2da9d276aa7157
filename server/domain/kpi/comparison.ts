/** What a figure is held against: the period before, where the design began, or the customers held out. */
export const COMPARISONS = ["previous", "baseline", "holdout"] as const;
export type Comparison = (typeof COMPARISONS)[number];
