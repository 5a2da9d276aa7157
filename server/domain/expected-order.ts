import type { FactsOf } from "./fact-groups";
import type { Population } from "./population";

/** Where nobody has ordered yet: 50 of a currency with two decimals. */
export const UNKNOWN_ORDER_MINOR = 5000;

/**
 * What a customer's next order is expected to bring, minor units: their own mean, drawn to the company's by one order.
 * Both count orders in the company's currency alone.
 */
export function expectedOrderMinor(
  { spendMinor, ownCurrencyOrders }: Pick<FactsOf<"orders">, "spendMinor" | "ownCurrencyOrders">,
  { averageOrderMinor }: Population,
): number {
  return Math.round((spendMinor + (averageOrderMinor ?? UNKNOWN_ORDER_MINOR)) / (ownCurrencyOrders + 1));
}
