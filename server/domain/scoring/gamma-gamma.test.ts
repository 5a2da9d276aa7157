import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logGamma } from "../stats/log-gamma";
import { expectedAmount } from "./gamma-gamma";
import { gammaGammaObjective, type Spenders } from "./gamma-gamma-likelihood";

const parameter = fc.double({ min: 0.2, max: 40, noNaN: true });
const models = fc.record({ p: parameter, q: parameter, v: parameter });
const spenders = fc
  .array(
    fc.record({
      x: fc.integer({ min: 1, max: 30 }),
      m: fc.double({ min: 0.01, max: 1000, noNaN: true }),
      n: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((rows) => ({
    frequency: Int32Array.from(rows, ({ x }) => x),
    value: Float64Array.from(rows, ({ m }) => m),
    customers: Float64Array.from(rows, ({ n }) => n),
  }));

/** Equation 1a of Fader & Hardie 2013 as it is printed, but for logs. */
const printed = (p: number, q: number, v: number, { frequency, value, customers }: Spenders): number =>
  frequency.reduce((sum, x, i) => {
    const m = value[i] ?? 0;
    const constant = logGamma(p * x + q) - logGamma(p * x) - logGamma(q) + q * Math.log(v);
    const own = (p * x - 1) * Math.log(m) + p * x * Math.log(x);
    return sum + (customers[i] ?? 0) * (constant + own - (p * x + q) * Math.log(v + m * x));
  }, 0);

describe("the likelihood", () => {
  test("is the published one", () => {
    fc.assert(
      fc.property(models, spenders, ({ p, q, v }, rows) => {
        const total = rows.customers.reduce((sum, n) => sum + n, 0);
        const value = gammaGammaObjective(rows)(
          Float64Array.from([p, q, v].map(Math.log)),
          new Float64Array(3),
        );
        const expected = printed(p, q, v, rows);
        expect(Math.abs(-value * total - expected)).toBeLessThan(1e-9 * Math.max(100, Math.abs(expected)));
      }),
    );
  });

  test("has the slope of finite differences", () => {
    fc.assert(
      fc.property(models, spenders, ({ p, q, v }, rows) => {
        const objective = gammaGammaObjective(rows);
        const logs = [p, q, v].map(Math.log);
        const slope = new Float64Array(3);
        objective(Float64Array.from(logs), slope);
        for (let i = 0; i < 3; i++) {
          const at = (step: number) =>
            objective(
              Float64Array.from(logs, (log, j) => (i === j ? log + step : log)),
              new Float64Array(3),
            );
          const difference = (at(1e-5) - at(-1e-5)) / 2e-5;
          expect(Math.abs(difference - (slope[i] ?? 0))).toBeLessThan(
            1e-5 * Math.max(1, Math.abs(difference)),
          );
        }
      }),
    );
  });
});

describe("the next purchase", () => {
  // Fader & Hardie 2013, § 3, for p 6.25, q 3.74, v 15.44: the mean over all is p v / (q − 1) = 35.22
  const CDNOW = { p: 6.25, q: 3.74, v: 15.44 };

  test("of a customer without repeats is worth the mean over all", () => {
    expect(expectedAmount(CDNOW, { frequency: 0, value: 0 })).toBeCloseTo(35.22, 2);
    expect(expectedAmount(CDNOW, { frequency: 3, value: 0 })).toBeCloseTo(35.22, 2);
  });

  test("lies between the customer's own mean and the mean over all, the closer the more there is", () => {
    const history = fc.record({
      frequency: fc.integer({ min: 1, max: 100 }),
      value: fc.double({ min: 0.01, max: 5000, noNaN: true }),
    });
    const withMean = models.map((model) => ({ ...model, q: model.q + 1.01 }));
    fc.assert(
      fc.property(withMean, history, (model, one) => {
        const all = expectedAmount(model, { frequency: 0, value: 0 }) ?? Number.NaN;
        const some = expectedAmount(model, one) ?? Number.NaN;
        const more = expectedAmount(model, { ...one, frequency: one.frequency + 1 }) ?? Number.NaN;
        expect(some).toBeGreaterThanOrEqual(Math.min(all, one.value) * (1 - 1e-12));
        expect(some).toBeLessThanOrEqual(Math.max(all, one.value) * (1 + 1e-12));
        expect(Math.abs(more - one.value)).toBeLessThanOrEqual(Math.abs(some - one.value) + 1e-9 * one.value);
      }),
    );
  });

  test("has no mean where the model has none", () => {
    expect(expectedAmount({ p: 2, q: 0.9, v: 1 }, { frequency: 0, value: 0 })).toBeNull();
  });
});
