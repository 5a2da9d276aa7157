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
  {
    ownCurrencyOrders: 0,
    spendMinor: 0,
    average: 4000,
    expected: 4000,
    because: "nothing bought: the company's mean",
  },
  { ownCurrencyOrders: 1, spendMinor: 6000, average: 4000, expected: 5000, because: "one order: halfway" },
  {
    ownCurrencyOrders: 9,
    spendMinor: 90_000,
    average: 4000,
    expected: 9400,
    because: "nine orders: near their own",
  },
  { ownCurrencyOrders: 0, spendMinor: 0, average: null, expected: 5000, because: "nobody has ordered" },
])("$because", ({ ownCurrencyOrders, spendMinor, average, expected }) => {
  expect(expectedOrderMinor({ ownCurrencyOrders, spendMinor }, among(average))).toBe(expected);
});
