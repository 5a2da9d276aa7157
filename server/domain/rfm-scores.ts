import { fifthOf, type Population } from "./population";
import { daysBetween } from "./time";

/** Each 1 to 5; 5 is best. */
export type RfmScores = { recency: number; frequency: number; value: number; worth: number };

/**
 * A buyer's fifths among the company's own customers: days since the last order (a shorter silence is better), number of
 * orders and money spent; `worth` is the mean of the last two, rounded half up.
 * Source: quintile scoring from Hughes, “Strategic Database Marketing” (1994), ch. 5.
 */
export function rfmScores(
  { lastOrderMs, orders, spendMinor }: { lastOrderMs: number; orders: number; spendMinor: number },
  population: Population,
  nowMs: number,
): RfmScores {
  const recency = 6 - fifthOf(daysBetween(lastOrderMs, nowMs), population.silenceDaysCuts);
  const frequency = fifthOf(orders, population.ordersCuts);
  const value = fifthOf(spendMinor, population.spendMinorCuts);
  return { recency, frequency, value, worth: Math.round((frequency + value) / 2) };
}
