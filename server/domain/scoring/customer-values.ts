import { floatAt, intAt } from "../stats/at";
import { type BgNbd, probabilityAlive, purchasesIfAlive } from "./bg-nbd";
import { expectedAmount, type GammaGamma } from "./gamma-gamma";
import type { Histories } from "./purchase-histories";

/** What each customer of the histories is expected to bring within a horizon, row by row; money is not discounted. */
export type CustomerValues = {
  expectedPurchases: Float64Array;
  probabilityAlive: Float64Array;
  /** of a purchase; null where the model of amounts has no mean */
  expectedAmount: (number | null)[];
  /** purchases times their amount */
  expectedValue: (number | null)[];
};

/**
 * Purchases within `horizon` (in the unit of the model), their amounts and the value of both, which the two models take for
 * independent of each other. Without a model of amounts these are null. Customers of equal age and number of purchases
 * share the sum over what one who is alive buys.
 */
export function customerValues(
  histories: Histories,
  bought: BgNbd,
  paid: GammaGamma | null,
  horizon: number,
): CustomerValues {
  const count = histories.customer.length;
  const values: CustomerValues = {
    expectedPurchases: new Float64Array(count),
    probabilityAlive: new Float64Array(count),
    expectedAmount: new Array<number | null>(count).fill(null),
    expectedValue: new Array<number | null>(count).fill(null),
  };
  const ifAlive = rememberingPurchases(bought, horizon);
  for (let i = 0; i < count; i++) {
    const frequency = intAt(histories.frequency, i);
    const age = floatAt(histories.age, i);
    const alive = probabilityAlive(bought, { frequency, age, recency: floatAt(histories.recency, i) });
    const purchases = alive * ifAlive(frequency, age);
    const amount = paid && expectedAmount(paid, { frequency, value: floatAt(histories.value, i) });
    values.probabilityAlive[i] = alive;
    values.expectedPurchases[i] = purchases;
    values.expectedAmount[i] = amount;
    values.expectedValue[i] = amount === null ? null : purchases * amount;
  }
  return values;
}

function rememberingPurchases(model: BgNbd, horizon: number): (frequency: number, age: number) => number {
  const byAge = new Map<number, Map<number, number>>();
  return (frequency, age) => {
    const byFrequency = byAge.get(age) ?? new Map<number, number>();
    byAge.set(age, byFrequency);
    const known = byFrequency.get(frequency) ?? purchasesIfAlive(model, { frequency, age }, horizon);
    byFrequency.set(frequency, known);
    return known;
  };
}
