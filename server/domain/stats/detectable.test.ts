import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { detectable } from "./detectable";

describe("the smallest difference that can be found", () => {
  // Cohen's table: 64 people an arm find half a deviation with 80 % power; the normal approximation asks for 63
  test("is half a deviation with 63 people an arm", () => {
    expect(detectable(63, 63, 1)).toBeCloseTo(0.499, 3);
  });

  test("shrinks by half with four times the people", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 1e6 }),
        fc.integer({ min: 2, max: 1e6 }),
        fc.double({ min: 0.01, max: 1e6, noNaN: true }),
        (treated, heldOut, deviation) => {
          const one = detectable(treated, heldOut, deviation) ?? Number.NaN;
          const four = detectable(treated * 4, heldOut * 4, deviation) ?? Number.NaN;
          expect(four / one).toBeCloseTo(0.5, 9);
        },
      ),
    );
  });

  test.each([
    [1, 50, 1],
    [50, 1, 1],
    [50, 50, 0],
    [50, 50, Number.NaN],
  ])("is unknown with %i and %i people and a deviation of %f", (treated, heldOut, deviation) => {
    expect(detectable(treated, heldOut, deviation)).toBeNull();
  });
});
