import fc from "fast-check";
import { expect, test } from "vitest";
import { digamma } from "./digamma";
import { logGamma } from "./log-gamma";

test.each([
  // Abramowitz & Stegun 1964, table 6.1 and 6.3.2–6.3.3: −γ, −γ − 2 ln 2, 1 − γ; the rest from mpmath 1.3.0, digamma
  [1, -0.5772156649015329],
  [0.5, -1.9635100260214235],
  [2, 0.42278433509846713],
  [1e-3, -1000.5755719318103],
  [7.25, 1.910453526883736],
  [10, 2.251752589066721],
  [1234.5, 7.118016231827998],
])("ψ(%d)", (x, expected) => {
  expect(Math.abs(digamma(x) - expected)).toBeLessThan(2e-15 * Math.max(1, Math.abs(expected)));
});

test("is the slope of log Γ", () => {
  fc.assert(
    fc.property(fc.double({ min: 0.05, max: 200, noNaN: true }), (x) => {
      const step = 1e-4 * x;
      const slope = (logGamma(x + step) - logGamma(x - step)) / (2 * step);
      expect(slope).toBeCloseTo(digamma(x), 5);
    }),
  );
});

test("is defined above zero", () => {
  expect(() => digamma(0)).toThrow(RangeError);
});
