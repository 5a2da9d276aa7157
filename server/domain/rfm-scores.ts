import { type Fifths, fifthOf } from "./population";
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
  fifths: Fifths,
  nowMs: number,
): RfmScores {
  const recency = 6 - fifthOf(daysBetween(lastOrderMs, nowMs), fifths.silenceDaysCuts);
  const frequency = fifthOf(orders, fifths.ordersCuts);
  const value = fifthOf(spendMinor, fifths.spendMinorCuts);
  return { recency, frequency, value, worth: Math.round((frequency + value) / 2) };
}
