import { intAt } from "../stats/at";
import type { BoughtItems } from "./bought-items";

/** By how many customers each item was bought. */
export function buyersOf({ items, byCustomer }: BoughtItems): Int32Array {
  const buyers = new Int32Array(items);
  for (const bought of byCustomer) for (const item of bought) buyers[item] = intAt(buyers, item) + 1;
  return buyers;
}

/** Items by the number of their buyers, the most bought first; of equals the one that came first. Unsold ones are left out. */
export const byPopularity = (buyers: Int32Array): Int32Array =>
  Int32Array.from(buyers.keys())
    .filter((item) => intAt(buyers, item) > 0)
    .sort((a, b) => intAt(buyers, b) - intAt(buyers, a) || a - b);

/** The most popular items that a customer has not bought. */
export function popularFor(ranking: Int32Array, bought: Int32Array, k: number): Int32Array {
  const known = new Set(bought);
  const picked: number[] = [];
  for (const item of ranking) {
    if (picked.length === k) break;
    if (!known.has(item)) picked.push(item);
  }
  return Int32Array.from(picked);
}
