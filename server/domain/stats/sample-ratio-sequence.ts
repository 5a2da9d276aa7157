import { logGamma } from "../stats/log-gamma";

/** How many people the prior weighs as: larger finds smaller departures, later. */
const CONCENTRATION = 10_000;

/**
 * Whether people were split as planned, valid at every look: the smallest level at which a test that may be asked daily
 * says no, from 0 to 1. Weights of any sum, each above zero; 1 where nobody is counted.
 *
 * The evidence against the plan is that of a Dirichlet-multinomial around it. Source: M. Lindon, A. Malek 2022, Anytime-Valid
 * Inference for Multinomial Count Data, NeurIPS, eq. 5.
 */
export function sampleRatioAtAnyTime(observed: readonly number[], weights: readonly number[]): number {
  const total = observed.reduce((sum, count) => sum + count, 0);
  const weight = weights.reduce((sum, one) => sum + one, 0);
  let evidence = logGamma(CONCENTRATION) - logGamma(CONCENTRATION + total);
  for (const [arm, count] of observed.entries()) {
    const share = (weights[arm] ?? 0) / weight;
    const prior = CONCENTRATION * share;
    evidence += logGamma(prior + count) - logGamma(prior) - count * Math.log(share);
  }
  return Math.min(1, Math.exp(-evidence));
}
