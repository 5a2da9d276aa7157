import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { type Arm, lift } from "./lift";

const dice = (seed: number) => momentFor(0, seed, 1, 0).random;
const arm = (people: number, ...amounts: number[]): Arm => ({ people, amounts });

describe("lift", () => {
  test("is the difference of the means per person assigned, spenders or not", () => {
    const found = lift(arm(10, 100, 300), arm(5, 50, 10), dice(1));
    expect(found?.value).toBeCloseTo(40 - 12, 12);
  });

  test("keeps its value inside its interval, and says the same again for the same dice", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 5, maxLength: 60 }),
        fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 5, maxLength: 60 }),
        fc.integer(),
        (treated, heldOut, seed) => {
          const once = () => lift(arm(90, ...treated), arm(70, ...heldOut), dice(seed), 200);
          const found = once();
          expect(once()).toEqual(found);
          if (found === null) throw new Error("there were spenders in both arms");
          expect(found.low).toBeLessThanOrEqual(found.value);
          expect(found.high).toBeGreaterThanOrEqual(found.value);
        },
      ),
      { numRuns: 50 },
    );
  });

  test("moves with a constant that everybody treated gets", () => {
    const random = dice(7);
    const base = Array.from({ length: 80 }, () => Math.floor(random() * 1000) + 1);
    const other = Array.from({ length: 40 }, () => Math.floor(random() * 1000) + 1);
    const plain = lift(arm(80, ...base), arm(40, ...other), dice(3));
    const shifted = lift(arm(80, ...base.map((amount) => amount + 500)), arm(40, ...other), dice(3));
    for (const end of ["value", "low", "high"] as const) {
      expect(shifted?.[end]).toBeCloseTo((plain?.[end] ?? Number.NaN) + 500, 0);
    }
  });

  test("on well-behaved amounts it agrees with Welch's interval", () => {
    // two times 200 people with amounts 0–99: mean 49.5, sd 28.9, so ± 1.96 × 28.9 × sqrt(2 / 200)
    const flat = Array.from({ length: 200 }, (_, i) => i % 100);
    const found = lift(arm(200, ...flat), arm(200, ...flat), dice(11));
    expect(found?.value).toBe(0);
    expect(found?.high).toBeCloseTo(5.67, 0);
    expect(found?.low).toBeCloseTo(-5.67, 0);
  });

  test.each([
    { because: "nobody spent", treated: arm(50), heldOut: arm(50) },
    { because: "one person is no arm", treated: arm(50, 10, 20), heldOut: arm(1, 10) },
  ])("none: $because", ({ treated, heldOut }) => {
    expect(lift(treated, heldOut, dice(1))).toBeNull();
  });
});
