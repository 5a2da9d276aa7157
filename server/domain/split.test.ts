import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { place, type Split, saltOf } from "./split";

const PEOPLE = 40_000;
const SPLITS: Split[] = ["rollout", "holdout", "campaign-holdout", "experiment", "review-sample"];
const SALTS = SPLITS.flatMap((split) => [saltOf(split, 1), saltOf(split, 2), saltOf(split, "2026")]);
const everyone = Array.from({ length: PEOPLE }, (_, i) => i + 1);

/** Chi-square of counts against equal expectation. */
const chiSquare = (counts: readonly number[], expected: number) =>
  counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);

// 99.99 % point of chi-square with 99 degrees of freedom: 160.1 (any table); a fair mixer stays below it
const LIMIT_99 = 160.1;

describe("a customer's place", () => {
  test.each(SALTS)("is uniform under %s", (salt) => {
    const counts = new Array<number>(100).fill(0);
    for (const id of everyone) {
      const cell = Math.floor(place(salt, id) * 100);
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
    expect(chiSquare(counts, PEOPLE / 100)).toBeLessThan(LIMIT_99);
  });

  test("under one salt says nothing about the place under another", () => {
    const worst = SALTS.flatMap((a, i) =>
      SALTS.slice(i + 1).map((b) => {
        const counts = new Array<number>(100).fill(0);
        for (const id of everyone) {
          const cell = Math.floor(place(a, id) * 10) * 10 + Math.floor(place(b, id) * 10);
          counts[cell] = (counts[cell] ?? 0) + 1;
        }
        return chiSquare(counts, PEOPLE / 100);
      }),
    );
    // 105 pairs: the limit leaves one false alarm in a hundred runs of pairs that are truly independent
    expect(Math.max(...worst)).toBeLessThan(LIMIT_99);
  });

  test("stays, and is a number in [0, 1)", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 2_147_483_647 }), (salt, id) => {
        const at = place(salt, id);
        expect(at).toBeGreaterThanOrEqual(0);
        expect(at).toBeLessThan(1);
        expect(place(salt, id)).toBe(at);
      }),
    );
  });
});
