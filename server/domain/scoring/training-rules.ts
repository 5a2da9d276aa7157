import type { BoostingRules } from "./boosted-trees";

/** Trees are added until the held-out loss has not fallen for so many. */
export const PATIENCE = 30;

/** Into how many inner folds so many rows are dealt: the fewer rows, the more each fold needs of them. */
const FOLDS: readonly [upTo: number, folds: number][] = [
  [2000, 8],
  [5000, 5],
  [20_000, 4],
  [Number.POSITIVE_INFINITY, 3],
];

/** Into how many inner folds training rows are dealt; none (0) where one class has a single row. */
export function innerFolds(labels: Uint8Array): number {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const fewest = Math.min(positives, labels.length - positives);
  const [, most] = FOLDS.find(([upTo]) => labels.length <= upTo) ?? [0, 2];
  return fewest < 2 ? 0 : Math.min(most, fewest);
}

/** Penalties to choose from, strongest first: fits then begin near their end. Many rows overrule any of them. */
export const penalties = (rows: number): readonly number[] =>
  rows > 20_000 ? [300, 30, 3] : [3000, 1000, 300, 100, 30, 10, 3, 1];

/**
 * Trees for so many rows: small and slow where rows are few. Each tree sees a part of the rows and, of many features, a part
 * of those, so that the sequences of a model err in different ways.
 */
export function boostingRules(rows: number, features: number): BoostingRules {
  return {
    leaves: rows < 3000 ? 8 : rows < 20_000 ? 16 : 31,
    rate: rows < 20_000 ? 0.05 : 0.1,
    l2: 0.1,
    leastCurvature: rows < 1000 ? 0.5 : 1,
    mostTrees: 500,
    rowShare: 0.9,
    featureShare: features > 15 ? 0.5 : features > 8 ? 0.7 : 1,
  };
}
