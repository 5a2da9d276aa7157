import { type Estimate, Z_TWO_SIDED } from "../stats/estimate";
import { wilson } from "../stats/wilson";
import type { BoughtItems } from "./bought-items";

/** What a way of recommending would have shown a customer: the best first. */
export type Recommend = (customer: number) => Int32Array;

/**
 * The share of customers who later bought at least one of the items that they would have been shown, with its interval. Those
 * are asked who had bought before and later bought something that was new to them. Null without such a customer.
 */
export type HitRate = { rate: Estimate; hits: readonly boolean[] };

/** Customers who had bought before, with the items they bought later and not before. */
export type Trial = { customer: number; later: ReadonlySet<number> };

export function trialsOf(before: BoughtItems, after: BoughtItems): Trial[] {
  return before.byCustomer.flatMap((known, customer) => {
    if (known.length === 0) return [];
    const later = new Set(after.byCustomer[customer]);
    for (const item of known) later.delete(item);
    return later.size === 0 ? [] : [{ customer, later }];
  });
}

export function hitRate(trials: readonly Trial[], recommend: Recommend): HitRate | null {
  const hits = trials.map(({ customer, later }) => recommend(customer).some((item) => later.has(item)));
  const rate = wilson(hits.filter((hit) => hit).length, hits.length);
  return rate && { rate, hits };
}

/**
 * How much higher one rate is than another over the same customers, with a 95 % interval by their paired differences.
 * Null with fewer than two customers.
 */
export function pairedDifference(one: HitRate, other: HitRate): Estimate | null {
  const n = one.hits.length;
  if (n < 2) return null;
  const differences = one.hits.map((hit, i) => Number(hit) - Number(other.hits[i] ?? false));
  const value = differences.reduce((sum, difference) => sum + difference, 0) / n;
  const variance = differences.reduce((sum, difference) => sum + (difference - value) ** 2, 0) / (n - 1);
  const half = Z_TWO_SIDED * Math.sqrt(variance / n);
  return { value, low: value - half, high: value + half };
}
