import type { BoostingRules } from "./boosted-trees";

/** Trees are added until the held-out loss has not fallen for so many. */
export const PATIENCE = 30;

const MOST_FOLDS = 5;

/** Into how many inner folds training rows are dealt: fewer where rows are many, none where one class has a single row. */
export function innerFolds(labels: Uint8Array): number {
  const positives = labels.reduce((sum, label) => sum + label, 0);
  const fewest = Math.min(positives, labels.length - positives);
  const affordable = labels.length > 20_000 ? 3 : labels.length > 5000 ? 4 : MOST_FOLDS;
  return fewest < 2 ? 0 : Math.min(affordable, fewest);
}

/** Penalties to choose from, strongest first: fits then begin near their end. Many rows overrule any of them. */
export const penalties = (rows: number): readonly number[] =>
  rows > 20_000 ? [300, 30, 3] : [3000, 1000, 300, 100, 30, 10, 3, 1];

export function boostingRules(labels: Uint8Array, features: number): BoostingRules {
  const isLarge = labels.length > 20_000;
  return {
    leaves: labels.length < 3000 ? 8 : isLarge ? 31 : 16,
    rate: isLarge ? 0.1 : 0.05,
    l2: 1,
    leastCurvature: 2,
    mostTrees: 500,
    rowShare: 0.8,
    featureShare: features > 8 ? 0.7 : 1,
    ...JSON.parse(globalThis.process?.env?.RULES ?? "{}"),
  };
}
