import type { BoughtItems } from "./bought-items";
import { buyersOf, byPopularity } from "./popularity";

/**
 * Items by the number of their buyers within each segment, then by that of all customers: what nobody of the segment has
 * bought follows in the order of everybody. `segmentOf` is null for a customer without one; that name stands for everybody.
 */
export function popularityBySegment(
  bought: BoughtItems,
  segmentOf: (customer: number) => string | null,
): Map<string | null, Int32Array> {
  const members = new Map<string, Int32Array[]>();
  for (const [customer, items] of bought.byCustomer.entries()) {
    const segment = segmentOf(customer);
    if (segment === null) continue;
    const others = members.get(segment) ?? [];
    others.push(items);
    members.set(segment, others);
  }
  const everybody = byPopularity(buyersOf(bought));
  const rankings = new Map<string | null, Int32Array>([[null, everybody]]);
  for (const [segment, byCustomer] of members) {
    const own = byPopularity(buyersOf({ items: bought.items, byCustomer }));
    const known = new Set(own);
    rankings.set(segment, Int32Array.from([...own, ...everybody.filter((item) => !known.has(item))]));
  }
  return rankings;
}
