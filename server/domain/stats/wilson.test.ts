import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { wilson } from "./wilson";

describe("wilson", () => {
  // Newcombe 1998, Statistics in Medicine 17, 857–872, table I, method 3
  test.each([
    { successes: 81, trials: 263, low: 0.2553, high: 0.3662 },
    { successes: 15, trials: 148, low: 0.0624, high: 0.1605 },
    { successes: 0, trials: 20, low: 0, high: 0.1611 },
    { successes: 1, trials: 29, low: 0.0061, high: 0.1718 },
  ])("$successes of $trials", ({ successes, trials, low, high }) => {
    const share = wilson(successes, trials);
    expect(share?.low).toBeCloseTo(low, 4);
    expect(share?.high).toBeCloseTo(high, 4);
  });

  test("nothing tried, nothing known", () => {
    expect(wilson(0, 0)).toBeNull();
  });

  test("stays inside 0 and 1 around its value, and mirrors", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (trials, part) => {
          const successes = Math.round(part * trials);
          const share = wilson(successes, trials);
          const mirrored = wilson(trials - successes, trials);
          if (share === null || mirrored === null) throw new Error("trials were given");
          expect(share.low).toBeGreaterThanOrEqual(0);
          expect(share.low).toBeLessThanOrEqual(share.value);
          expect(share.high).toBeGreaterThanOrEqual(share.value);
          expect(share.high).toBeLessThanOrEqual(1);
          expect(mirrored.low).toBeCloseTo(1 - share.high, 10);
        },
      ),
    );
  });
});
