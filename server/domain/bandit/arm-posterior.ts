import { incompleteBeta } from "../stats/incomplete-beta";
import { studentCdf } from "../stats/student-t";

/** What is known of one arm: how often it was tried, the sum of its rewards, and of their squares where they are amounts. */
export type ArmRewards = { n: number; sum: number; sumSquares?: number | undefined };

/** What an arm's mean reward may be: its centre, its spread, and the share of probability below a value. */
export type Posterior = { mean: number; deviation: number; cdf: (value: number) => number };

/**
 * The posterior of each arm's mean reward. Arms without squares have rewards 0 or 1: a beta distribution from a flat
 * prior. Arms with squares have amounts: Student's t from a normal-inverse-gamma prior worth one observation at the mean
 * of all arms, with their common variance, so that an arm that was never tried can still be drawn.
 *
 * Source: A. Gelman et al. 2013, Bayesian Data Analysis, 3rd ed., § 2.4 and § 3.3; the prior's place is empirical Bayes.
 */
export function posteriorsOf(arms: readonly ArmRewards[]): Posterior[] {
  if (arms.every(({ sumSquares }) => sumSquares === undefined)) return arms.map(betaOf);
  const all = arms.reduce<Sums>(added, { n: 0, sum: 0, squares: 0 });
  const mean = all.n === 0 ? 0 : all.sum / all.n;
  const variance = all.n < 2 ? 0 : Math.max(0, all.squares - all.n * mean * mean) / (all.n - 1);
  return arms.map((arm) => studentOf(arm, mean, variance > 0 ? variance : Math.max(mean * mean, 1e-12)));
}

type Sums = { n: number; sum: number; squares: number };
const squaresOf = ({ sum, sumSquares }: ArmRewards): number => sumSquares ?? sum;
const added = (sums: Sums, arm: ArmRewards): Sums => ({
  n: sums.n + arm.n,
  sum: sums.sum + arm.sum,
  squares: sums.squares + squaresOf(arm),
});

function betaOf({ n, sum }: ArmRewards): Posterior {
  const [a, b] = [1 + sum, 1 + n - sum];
  const mean = a / (a + b);
  return {
    mean,
    deviation: Math.sqrt((mean * (1 - mean)) / (a + b + 1)),
    cdf: (value) => incompleteBeta(value, a, b),
  };
}

function studentOf(arm: ArmRewards, priorMean: number, priorVariance: number): Posterior {
  const { n, sum } = arm;
  const weight = n + 1;
  const mean = (priorMean + sum) / weight;
  const own = n === 0 ? 0 : sum / n;
  const spread = Math.max(0, squaresOf(arm) - n * own * own);
  const shape = 1 + n / 2;
  const scale = priorVariance + spread / 2 + (n * (own - priorMean) ** 2) / (2 * weight);
  const deviation = Math.sqrt(scale / (shape * weight));
  return { mean, deviation, cdf: (value) => studentCdf((value - mean) / deviation, 2 * shape) };
}
