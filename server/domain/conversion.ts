import type { ActionKind } from "./goal";

/** How often it was tried, and how often an order followed inside the window. */
export type Tally = { tries: number; conversions: number };

/** A belief before data: its mean, worth so many tries. */
const PRIOR_TRIES = 200;
const PRIOR_RATE: Record<ActionKind | "nothing", number> = {
  offer: 0.03,
  nudge: 0.022,
  message: 0.02,
  education: 0.018,
  nothing: 0.015,
};

/** Chance of an order inside the window after acting, and how much of it is owed to acting. */
export type Conversion = { rate: number; uplift: number };

const posteriorRate = (prior: number, { tries, conversions }: Tally): number =>
  (prior * PRIOR_TRIES + conversions) / (PRIOR_TRIES + tries);

/**
 * What to expect of an action in one segment, from what followed earlier touches of the campaign (`treated`) and what
 * held-out customers did by themselves (`control`). Both rates are means of Beta posteriors whose priors are worth 200
 * tries each; the uplift is their difference and never negative, as acting is not believed to deter.
 * Source: priors are ours, docs/decisions/012.
 */
export function expectedConversion(action: ActionKind, treated: Tally, control: Tally): Conversion {
  const rate = posteriorRate(PRIOR_RATE[action], treated);
  return { rate, uplift: Math.max(0, rate - posteriorRate(PRIOR_RATE.nothing, control)) };
}
