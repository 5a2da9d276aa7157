import fc from "fast-check";
import { expect, test } from "vitest";
import { logGamma } from "../stats/log-gamma";
import type { BgNbd } from "./bg-nbd";
import { bgNbdObjective, logsOf } from "./bg-nbd-likelihood";
import { groupHistories } from "./history-groups";

const model = fc.record({
  r: fc.double({ min: 0.05, max: 20, noNaN: true }),
  alpha: fc.double({ min: 0.05, max: 50, noNaN: true }),
  a: fc.double({ min: 0.05, max: 20, noNaN: true }),
  b: fc.double({ min: 0.05, max: 20, noNaN: true }),
});
const customers = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 7 }), fc.integer({ min: 7, max: 60 }))
    .map(([x, silence, age]) => ({ x, recency: x === 0 ? 0 : age - silence, age })),
  { minLength: 1, maxLength: 30 },
);
type Customers = readonly { x: number; recency: number; age: number }[];

const grouped = (rows: Customers) =>
  groupHistories({
    frequency: Int32Array.from(rows, ({ x }) => x),
    recency: Float64Array.from(rows, ({ recency }) => recency),
    age: Float64Array.from(rows, ({ age }) => age),
  });

/** Equation 6 of Fader, Hardie & Lee 2005 as it is printed, customer by customer, but for logs. */
function printed({ r, alpha, a, b }: BgNbd, rows: Customers): number {
  const logBeta = (one: number, other: number) => logGamma(one) + logGamma(other) - logGamma(one + other);
  return rows.reduce((sum, { x, recency, age }) => {
    const rate = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
    const alive = logBeta(a, b + x) - logBeta(a, b) - (r + x) * Math.log(alpha + age);
    if (x === 0) return sum + rate + alive;
    const gone = logBeta(a + 1, b + x - 1) - logBeta(a, b) - (r + x) * Math.log(alpha + recency);
    const most = Math.max(alive, gone);
    return sum + rate + most + Math.log(Math.exp(alive - most) + Math.exp(gone - most));
  }, 0);
}

test("is the published likelihood", () => {
  fc.assert(
    fc.property(model, customers, (at, rows) => {
      const objective = bgNbdObjective(grouped(rows));
      const value = objective(Float64Array.from(logsOf(at)), new Float64Array(4));
      expect(-value * rows.length).toBeCloseTo(printed(at, rows), 7);
    }),
  );
});

test("its slope is that of finite differences", () => {
  fc.assert(
    fc.property(model, customers, (at, rows) => {
      const objective = bgNbdObjective(grouped(rows));
      const logs = logsOf(at);
      const slope = new Float64Array(4);
      objective(Float64Array.from(logs), slope);
      for (let i = 0; i < 4; i++) {
        const at = (step: number) =>
          objective(
            Float64Array.from(logs, (log, j) => (i === j ? log + step : log)),
            new Float64Array(4),
          );
        const difference = (at(1e-5) - at(-1e-5)) / 2e-5;
        expect(Math.abs(difference - (slope[i] ?? 0))).toBeLessThan(1e-6 * Math.max(1, Math.abs(difference)));
      }
    }),
  );
});

test("stays finite where one of the two ways is out of reach", () => {
  const rows = [{ x: 900, recency: 1, age: 1e6 }];
  const slope = new Float64Array(4);
  const value = bgNbdObjective(grouped(rows))(
    Float64Array.from(logsOf({ r: 1, alpha: 1, a: 1, b: 1 })),
    slope,
  );
  for (const number of [value, ...slope]) expect(Number.isFinite(number)).toBe(true);
});

test("equal customers count as often as there are", () => {
  const one = { x: 2, recency: 5, age: 9 };
  const other = { x: 0, recency: 0, age: 9 };
  expect(grouped([one, other, one])).toMatchObject({ total: 3, customers: Float64Array.of(2, 1) });
});
