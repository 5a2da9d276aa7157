import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { sampleRatio } from "./sample-ratio";
import { sampleRatioAtAnyTime } from "./sample-ratio-sequence";

test.each([
  // as chisq.test of R prints them
  { observed: [500, 520], weights: [1, 1], chi2: 0.392156862745, p: 0.5311678 },
  { observed: [10_000, 10_500], weights: [0.5, 0.5], chi2: 12.195121951, p: 0.0004791 },
  { observed: [300, 300, 500], weights: [3, 3, 5], chi2: 0, p: 1 },
])("$observed against $weights", ({ observed, weights, chi2, p }) => {
  const found = sampleRatio(observed, weights);
  expect(found?.chi2).toBeCloseTo(chi2, 8);
  expect(found?.p).toBeCloseTo(p, 6);
});

test.each([
  { name: "one arm", observed: [5], weights: [1] },
  { name: "nobody", observed: [0, 0], weights: [1, 1] },
  { name: "one planned arm", observed: [5, 0], weights: [1, 0] },
])("$name: nothing to compare", ({ observed, weights }) => {
  expect(sampleRatio(observed, weights)).toBeNull();
});

test("somebody in an arm that nobody was to be in is no chance", () => {
  expect(sampleRatio([100, 100, 1], [1, 1, 0])).toEqual({ chi2: Number.POSITIVE_INFINITY, p: 0 });
});

test("the size of the weights does not matter", () => {
  const counts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(counts, fc.double({ min: 0.01, max: 100, noNaN: true }), (observed, times) => {
      const [one, other] = [
        [1, 2, 3],
        [times, 2 * times, 3 * times],
      ].map((weights) => sampleRatio(observed, weights)?.p);
      expect(one).toBeCloseTo(other ?? Number.NaN, 9);
    }),
  );
});

describe("looked at daily", () => {
  const RUNS = 400;
  const firstOf = (people: number, share: number, random: () => number) =>
    Array.from({ length: people }).filter(() => random() < share).length;

  /** Whether 30 days of 300 people each ever look uneven. */
  const isDoubted = (share: number, random: () => number): boolean => {
    const counts: [number, number] = [0, 0];
    for (let day = 0; day < 30; day++) {
      const first = firstOf(300, share, random);
      counts[0] += first;
      counts[1] += 300 - first;
      if (sampleRatioAtAnyTime(counts, [1, 1]) < 0.05) return true;
    }
    return false;
  };
  const ever = (seed: number, share: number) => {
    const { random } = momentFor(0, seed, 1, 0);
    return Array.from({ length: RUNS }).filter(() => isDoubted(share, random)).length / RUNS;
  };

  test("an even split is doubted in at most 5 % of the cases (seed 41)", () => {
    expect(ever(41, 0.5)).toBeLessThanOrEqual(0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS));
  });

  test("55 to 45 is found (seed 42)", () => {
    expect(ever(42, 0.55)).toBeGreaterThan(0.95);
  });
});
