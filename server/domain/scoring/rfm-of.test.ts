import fc from "fast-check";
import { expect, test } from "vitest";
import { DAY_MS } from "../time";
import { rfmOf } from "./rfm-of";

const row = fc.record({
  who: fc.nat(6),
  day: fc.nat(50),
  order: fc.nat(9),
  amount: fc.integer({ min: 0, max: 900 }),
});
const columns = (rows: readonly { who: number; day: number; order: number; amount: number }[]) => ({
  purchases: {
    customers: 7,
    customer: Int32Array.from(rows, ({ who }) => who),
    day: Int32Array.from(rows, ({ day }) => day),
    amount: Float64Array.from(rows, ({ amount }) => amount),
  },
  order: Int32Array.from(rows, ({ order }) => order),
});

test("lines of one order are one order, and the day of asking counts", () => {
  const { purchases, order } = columns([
    { who: 0, day: 10, order: 1, amount: 5 },
    { who: 0, day: 10, order: 1, amount: 6 },
    { who: 0, day: 12, order: 2, amount: 7 },
    { who: 0, day: 13, order: 3, amount: 99 },
    { who: 1, day: 12, order: 2, amount: 1 },
  ]);
  expect(rfmOf(purchases, order, 12)).toEqual({
    customer: [0, 1],
    lastOrderMs: [12 * DAY_MS, 12 * DAY_MS],
    orders: [2, 1],
    spend: [18, 1],
    rows: 4,
  });
  expect(rfmOf(purchases, null, 12)).toMatchObject({ orders: [3, 1] });
});

test("nothing is lost: sums over customers are the sums over rows", () => {
  fc.assert(
    fc.property(fc.array(row), fc.nat(50), (rows, asOf) => {
      const { purchases, order } = columns(rows);
      const table = rfmOf(purchases, order, asOf);
      const counted = rows.filter(({ day }) => day <= asOf);
      const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
      expect(sum(table.spend)).toBe(sum(counted.map(({ amount }) => amount)));
      expect(sum(table.orders)).toBe(new Set(counted.map(({ who, order }) => `${who} ${order}`)).size);
      expect(table.rows).toBe(counted.length);
    }),
  );
});
