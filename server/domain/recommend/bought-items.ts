/** What each customer bought, every item once; customers and items are numbered from 0. */
export type BoughtItems = { items: number; byCustomer: readonly Int32Array[] };

/** Rows of customer and item as sets by customer; rows that do not count are left out. */
export function boughtItems(
  customers: number,
  items: number,
  customer: Int32Array,
  item: Int32Array,
  counts: (row: number) => boolean,
): BoughtItems {
  const sets = Array.from({ length: customers }, () => new Set<number>());
  for (const [row, who] of customer.entries()) if (counts(row)) sets[who]?.add(item[row] ?? 0);
  return { items, byCustomer: sets.map((set) => Int32Array.from(set)) };
}
