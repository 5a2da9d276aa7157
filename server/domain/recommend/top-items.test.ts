import fc from "fast-check";
import { expect, test } from "vitest";
import { topItems } from "./top-items";

test("are the first of all, sorted", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(20), { maxLength: 60 }), fc.integer({ min: 1, max: 12 }), (scores, k) => {
      const sorted = [...scores.keys()]
        .filter((item) => (scores[item] ?? 0) > 0)
        .sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
      expect([...topItems(Float64Array.from(scores), k)]).toEqual(sorted.slice(0, k));
    }),
  );
});
