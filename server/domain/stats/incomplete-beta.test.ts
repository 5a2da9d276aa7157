import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { incompleteBeta } from "./incomplete-beta";
import { logGamma } from "./log-gamma";

describe("logGamma", () => {
  test.each([
    { x: 0.5, value: Math.log(Math.sqrt(Math.PI)) },
    { x: 1, value: 0 },
    { x: 5, value: Math.log(24) },
    { x: 11, value: Math.log(3_628_800) },
    { x: 0.1, value: 2.2527126517342055 },
  ])("of $x", ({ x, value }) => {
    expect(logGamma(x)).toBeCloseTo(value, 11);
  });
  test("refuses what has no real logarithm", () => {
    expect(() => logGamma(0)).toThrow(RangeError);
  });
});

describe("incompleteBeta", () => {
  test("with a = 1 it is 1 − (1 − x)^b, with b = 1 it is x^a", () => {
    const unit = fc.double({ min: 0.001, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(unit, fc.double({ min: 0.2, max: 40, noNaN: true }), (x, shape) => {
        expect(incompleteBeta(x, 1, shape)).toBeCloseTo(1 - (1 - x) ** shape, 10);
        expect(incompleteBeta(x, shape, 1)).toBeCloseTo(x ** shape, 10);
      }),
    );
  });

  test("with whole numbers it is a binomial tail", () => {
    // P(at least 3 of 10 heads at 0.3): I_0.3(3, 8) = 1 − Σ_{k<3} C(10,k) 0.3^k 0.7^(10−k)
    const below = 0.7 ** 10 + 10 * 0.3 * 0.7 ** 9 + 45 * 0.09 * 0.7 ** 8;
    expect(incompleteBeta(0.3, 3, 8)).toBeCloseTo(1 - below, 12);
  });

  test("ends at 0 and 1", () => {
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
  });
});
