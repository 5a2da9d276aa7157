import fc from "fast-check";
import { expect, test } from "vitest";
import { outward } from "./outward";

test.each([
  { low: 0.16, high: 0.46, shown: { low: 0.16, high: 0.46, digits: 2 } },
  { low: 0.29, high: 0.57, shown: { low: 0.29, high: 0.57, digits: 2 } },
  { low: 0.168, high: 0.461, shown: { low: 0.16, high: 0.47, digits: 2 } },
  { low: -0.0004, high: 0.761, shown: { low: -0.01, high: 0.77, digits: 2 } },
  { low: 0.0042, high: 0.761, shown: { low: 0.004, high: 0.761, digits: 3 } },
  { low: -3.2, high: -0.002, shown: { low: -3.2, high: -0.002, digits: 3 } },
  { low: 0, high: 0.2, shown: { low: 0, high: 0.2, digits: 2 } },
])("$low to $high", ({ low, high, shown }) => {
  expect(outward(low, high, 2)).toEqual(shown);
});

test("what is shown holds what is meant, and holds zero only if that does", () => {
  const end = fc.double({ min: -1e6, max: 1e6, noNaN: true }).filter((n) => n === 0 || Math.abs(n) > 0.001);
  fc.assert(
    fc.property(end, end, (a, b) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)];
      const shown = outward(low, high, 2);
      expect(shown.low).toBeLessThanOrEqual(low + 1e-9);
      expect(shown.high).toBeGreaterThanOrEqual(high - 1e-9);
      expect(shown.low <= 0 && shown.high >= 0).toBe(low <= 0 && high >= 0);
    }),
  );
});
