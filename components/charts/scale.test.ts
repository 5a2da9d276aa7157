import fc from "fast-check";
import { expect, test } from "vitest";
import { niceScale, place } from "./scale";

test.each([
  { values: [16, 46, 58], low: 0, high: 60, ticks: [0, 20, 40, 60] },
  { values: [-0.4, 2, 4.3], low: -2, high: 6, ticks: [-2, 0, 2, 4, 6] },
  { values: [0.1, 0.3], low: 0, high: 0.3, ticks: [0, 0.1, 0.2, 0.3] },
  { values: [], low: 0, high: 1, ticks: [0, 0.25, 0.5, 0.75, 1] },
  { values: [Number.NaN, 4], low: 0, high: 4, ticks: [0, 1, 2, 3, 4] },
])("$values stand on $ticks", ({ values, low, high, ticks }) => {
  expect(niceScale(values)).toEqual({ low, high, ticks });
});

test("every value lies inside its scale, on few ticks", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 8 }),
      (values) => {
        const scale = niceScale(values);
        const slack = (scale.high - scale.low) * 1e-6; // ticks are rounded to 12 digits
        expect(Math.min(...values)).toBeGreaterThanOrEqual(scale.low - slack);
        expect(Math.max(...values)).toBeLessThanOrEqual(scale.high + slack);
        expect(scale.ticks.length).toBeLessThanOrEqual(7);
      },
    ),
  );
});

test("values outside sit at the ends", () => {
  expect(place(50, { low: 0, high: 100 })).toBe(50);
  expect(place(-5, { low: 0, high: 100 })).toBe(0);
  expect(place(500, { low: 0, high: 100 })).toBe(100);
  expect(place(1, { low: 1, high: 1 })).toBe(0);
});
