import fc from "fast-check";
import { expect, test } from "vitest";
import { type Purchases, purchaseHistories } from "./purchase-histories";

const purchases = (customers: number, rows: readonly (readonly [number, number, number])[]): Purchases => ({
  customers,
  customer: Int32Array.from(rows, ([who]) => who),
  day: Int32Array.from(rows, ([, day]) => day),
  amount: Float64Array.from(rows, ([, , amount]) => amount),
});

test("a day counts once, the first purchase makes the customer, the last day counts", () => {
  const rows = [
    [0, 107, 5],
    [0, 100, 10],
    [0, 107, 7],
    [0, 114, 4],
    [0, 121, 99],
    [1, 114, 3],
    [2, 115, 3],
  ] as const;
  const histories = purchaseHistories(purchases(3, rows), 114, 7);
  expect(histories).toEqual({
    customer: Int32Array.of(0, 1),
    frequency: Int32Array.of(2, 0),
    recency: Float64Array.of(2, 0),
    age: Float64Array.of(2, 0),
    value: Float64Array.of(8, 0),
  });
});

test("whatever the order of rows: recency within age, all repeat money accounted for", () => {
  const row = fc.tuple(fc.nat(4), fc.nat(60), fc.integer({ min: 1, max: 500 }));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 80 }), fc.nat(60), (rows, until) => {
      const histories = purchaseHistories(purchases(5, rows), until, 1);
      const known = rows.filter(([, day]) => day <= until);
      expect(new Set(histories.customer)).toEqual(new Set(known.map(([who]) => who)));
      histories.customer.forEach((who, i) => {
        const own = known.filter(([other]) => other === who);
        const first = Math.min(...own.map(([, day]) => day));
        const repeats = own.filter(([, day]) => day > first);
        const spent = repeats.reduce((sum, [, , amount]) => sum + amount, 0);
        expect(histories.age[i]).toBe(until - first);
        expect(histories.recency[i]).toBeLessThanOrEqual(histories.age[i] ?? 0);
        expect(histories.frequency[i]).toBe(new Set(repeats.map(([, day]) => day)).size);
        expect((histories.value[i] ?? 0) * (histories.frequency[i] ?? 0)).toBeCloseTo(spent, 9);
      });
    }),
  );
});
