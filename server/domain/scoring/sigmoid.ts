/** The probability of a log-odds. */
export const sigmoid = (margin: number): number => 1 / (1 + Math.exp(-margin));

/** The log-odds of a probability, which is kept away from 0 and 1. */
export function logOdds(probability: number): number {
  const p = Math.min(1 - 1e-15, Math.max(1e-15, probability));
  return Math.log(p / (1 - p));
}

/** −log of the probability that a log-odds gives to what came; no overflow. */
export const logLossOf = (margin: number, isPositive: boolean): number => {
  const wrong = isPositive ? -margin : margin;
  return wrong > 0 ? wrong + Math.log1p(Math.exp(-wrong)) : Math.log1p(Math.exp(wrong));
};
