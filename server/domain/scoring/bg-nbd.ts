/**
 * The parameters of the beta-geometric / negative binomial model: buying rates differ between customers as a gamma
 * distribution (shape r, rate alpha, in purchases per unit of time); after each purchase a customer leaves for good with a
 * probability that differs as a beta distribution (a, b).
 * Source: Fader, Hardie & Lee 2005, “Counting Your Customers” the Easy Way, Marketing Science 24, 275–284.
 */
export type BgNbd = { r: number; alpha: number; a: number; b: number };

/** One customer's history, in the unit of the model: see Histories. */
export type History = { frequency: number; recency: number; age: number };

/**
 * How likely a customer still buys, 0 to 1. Who bought once is alive for sure: in this model one leaves only after a
 * repeat purchase.
 * Source: Fader, Hardie & Lee 2008, Computing P(alive) Using the BG/NBD Model, brucehardie.com/notes/021.
 */
export function probabilityAlive({ r, alpha, a, b }: BgNbd, { frequency, recency, age }: History): number {
  if (frequency === 0) return 1;
  const silence = (r + frequency) * Math.log((alpha + age) / (alpha + recency));
  return 1 / (1 + Math.exp(Math.log(a / (b + frequency - 1)) + silence));
}

/** Terms beyond this: a horizon of millions of purchases, which no data support. */
const MOST_TERMS = 50_000_000;
const PRECISION = 1e-15;
const HUGE = 1e200;

/**
 * How many purchases a customer who is alive makes in the next `horizon` units of time.
 *
 * Equation 10 of Fader, Hardie & Lee 2005 without its denominator, which is probabilityAlive: there the difference of one
 * and a hypergeometric function 2F1 is divided by a − 1, which is 0 / 0 at a = 1 and loses digits around it. Summed in
 * another order it is Σ P(N = n) (S₀ + … + Sₙ₋₁): N, what a customer who never leaves would buy, is negative binomial, and
 * Sₖ = (b + x)ₖ / (a + b + x)ₖ is the probability not to have left after k purchases. All terms are positive, so that
 * nothing cancels at any parameters.
 */
export function purchasesIfAlive(
  { r, alpha, a, b }: BgNbd,
  { frequency, age }: Pick<History, "frequency" | "age">,
  horizon: number,
): number {
  if (!(horizon > 0)) return 0;
  const shape = r + frequency;
  const growth = horizon / (alpha + age + horizon);
  let mass = 1; // P(N = n), up to the factor that `total` takes out
  let total = 1;
  let survival = 1;
  let survived = 0;
  let sum = 0;
  for (let n = 0; n < MOST_TERMS; n++) {
    survived += survival;
    survival *= (b + frequency + n) / (a + b + frequency + n);
    const ratio = (growth * (shape + n)) / (n + 1);
    mass *= ratio;
    total += mass;
    sum += mass * survived;
    const left = 1 - Math.max(ratio, growth);
    // survived grows by less than one a term: what is left of either series is bounded by a geometric one
    if (left > 0 && (mass * (survived + 1 / left)) / left < PRECISION * sum) return sum / total;
    if (total > HUGE || sum > HUGE) {
      mass /= HUGE;
      total /= HUGE;
      sum /= HUGE;
    }
  }
  throw new RangeError(`purchasesIfAlive(${horizon}) did not converge at age ${age}`);
}

/** How many purchases a customer makes in the next `horizon` units of time: E[Y(t) | x, tx, T]. */
export const expectedPurchases = (model: BgNbd, history: History, horizon: number): number =>
  probabilityAlive(model, history) * purchasesIfAlive(model, history, horizon);
