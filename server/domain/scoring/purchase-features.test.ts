import { expect, test } from "vitest";
import { type PurchaseLine, purchaseFeatures } from "./purchase-features";

const DAY_MS = 86_400_000;
const AS_OF = Date.UTC(2026, 0, 101);
const line = (
  customer: string,
  order: string,
  daysAgo: number,
  amount: number,
  product = "a",
): PurchaseLine => ({
  customer,
  order,
  product,
  at: AS_OF - daysAgo * DAY_MS,
  amount,
  items: 2,
});

const LINES = [
  line("ann", "1", 100, 10),
  line("ann", "1", 100, 5, "b"),
  line("ben", "2", 95, 7),
  line("ann", "3", 40, 20),
  line("ann", "4", 20, 1),
  line("cat", "5", 0, 99), // at the day itself: not before it
];

test("what is known of each customer before the day", () => {
  const { customers, columns } = purchaseFeatures(LINES, AS_OF);
  expect(customers).toEqual(["ann", "ben"]);
  const known = Object.fromEntries(columns.map(({ name, values }) => [name, [...values]]));
  expect(known).toMatchObject({
    recencyDays: [20, 95],
    tenureDays: [100, 95],
    orders: [3, 1],
    spent: [36, 7],
    meanOrder: [12, 7],
    lastOrder: [1, 7],
    items: [8, 2],
    lines: [4, 1],
    products: [2, 1],
    meanGapDays: [40, Number.NaN],
    longestGapDays: [60, Number.NaN],
    missedGaps: [0.5, Number.NaN],
    ordersIn30Days: [1, 0],
    ordersIn90Days: [2, 0],
    spentIn90Days: [21, 0],
  });
});

test("nobody bought: no rows", () => {
  expect(purchaseFeatures([], AS_OF)).toEqual({ customers: [], columns: [] });
});
