import fc from "fast-check";
import { expect, test } from "vitest";
import { grouped } from "./grouped";

test("keeps every item once, the largest alone, and neighbours together", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9000 }), (count) => {
      const items = Array.from({ length: count }, (_, i) => (i * 7919) % 10_007);
      const groups = grouped(items, (item) => item);
      expect(groups.flat()).toEqual([...items].sort((a, b) => b - a));
      expect(groups.length).toBeLessThanOrEqual(1500);
      expect(groups.slice(0, 1000).every(({ length }) => length === 1)).toBe(true);
      expect(groups.every(({ length }) => length > 0)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("up to 1,500 are not grouped", () => {
  expect(
    grouped(
      Array.from({ length: 1500 }, (_, i) => i),
      (i) => i,
    ),
  ).toHaveLength(1500);
});
