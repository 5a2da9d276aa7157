import fc from "fast-check";
import { expect, test } from "vitest";
import { logBeta } from "./log-beta";
import { logGamma } from "./log-gamma";

// mpmath 1.3.0 with 50 digits
test.each([
  [0.3, 0.7, 1.356665241349742],
  [3, 1e8, -54.56889508129715],
  [1e9, 0.01, 4.392247219677508],
  [25, 40, -43.75170982388542],
  [1e7, 3e7, -22493412.78102058],
  [9.5, 10.5, -13.709925546998463],
  [1e12, 1e12, -1386294361132.4407],
])("log B(%d, %d)", (a, b, expected) => {
  expect(Math.abs(logBeta(a, b) / expected - 1)).toBeLessThan(1e-13);
});

test("is the sum of log-gammas, whichever comes first", () => {
  const argument = fc.double({ min: 0.01, max: 60, noNaN: true });
  fc.assert(
    fc.property(argument, argument, (a, b) => {
      const sum = logGamma(a) + logGamma(b) - logGamma(a + b);
      expect(logBeta(a, b)).toBeCloseTo(sum, 9);
      expect(logBeta(b, a)).toBe(logBeta(a, b));
    }),
  );
});
