import { expect, test } from "vitest";
import { expectedOrderMinor } from "./expected-order";

const among = (averageOrderMinor: number | null) => ({
  buyers: 1,
  silenceDaysCuts: [],
  ordersCuts: [],
  spendMinorCuts: [],
  averageOrderMinor,
  margin: null,
});

test.each([
  { orders: 0, spendMinor: 0, average: 4000, expected: 4000, because: "nothing bought: the company's mean" },
  { orders: 1, spendMinor: 6000, average: 4000, expected: 5000, because: "one order: halfway" },
  { orders: 9, spendMinor: 90_000, average: 4000, expected: 9400, because: "nine orders: near their own" },
  { orders: 0, spendMinor: 0, average: null, expected: 5000, because: "nobody has ordered" },
])("$because", ({ orders, spendMinor, average, expected }) => {
  expect(expectedOrderMinor({ orders, spendMinor }, among(average))).toBe(expected);
});
