import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawnIndex, drawProbabilities } from "./draw";
import { momentFor } from "./moment";

describe("the chance of each candidate", () => {
  test.each([
    { scores: [1, 3, 2], exploration: 0.1, chances: [0.1 / 3, 0.1 / 3 + 0.9, 0.1 / 3] },
    { scores: [2, 2, 1], exploration: 0.3, chances: [0.1 + 0.35, 0.1 + 0.35, 0.1] },
    { scores: [5, null, 4], exploration: 0.2, chances: [0.1 + 0.8, 0, 0.1] },
    { scores: [1, 2], exploration: 0, chances: [0, 1] },
    { scores: [1, 2], exploration: 1, chances: [0.5, 0.5] },
    { scores: [null, null], exploration: 0.1, chances: [0, 0] },
    { scores: [], exploration: 0.1, chances: [] },
  ])("$scores with $exploration", ({ scores, exploration, chances }) => {
    const drawn = drawProbabilities(scores, exploration);
    expect(drawn).toHaveLength(chances.length);
    for (const [i, chance] of chances.entries()) expect(drawn[i]).toBeCloseTo(chance, 12);
  });

  const scores = fc.array(fc.option(fc.double({ min: -1000, max: 1000, noNaN: true })), {
    minLength: 1,
    maxLength: 12,
  });

  test("sums to one, keeps its floor, and nothing that was refused can be drawn", () => {
    fc.assert(
      fc.property(
        scores,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.999_999, noNaN: true }),
        (given, exploration, uniform) => {
          const chances = drawProbabilities(given, exploration);
          const allowed = given.filter((score) => score !== null).length;
          const sum = chances.reduce((a, b) => a + b, 0);
          expect(sum).toBeCloseTo(allowed === 0 ? 0 : 1, 9);
          const floor = given.map((score) => (score === null ? 0 : exploration / allowed - 1e-12));
          expect(chances.every((chance, i) => chance >= (floor[i] ?? 1))).toBe(true);
          const index = drawnIndex(chances, uniform);
          expect(index === -1).toBe(allowed === 0);
          expect(allowed === 0 || given[index] !== null).toBe(true);
        },
      ),
    );
  });
});

test("what is logged is how often it is drawn", () => {
  const chances = drawProbabilities([1, 3, null, 2], 0.2);
  const counts = chances.map(() => 0);
  const draws = 100_000;
  for (let customer = 1; customer <= draws; customer++) {
    const index = drawnIndex(chances, momentFor(0, 42, customer, 4).random());
    counts[index] = (counts[index] ?? 0) + 1;
  }
  for (const [i, chance] of chances.entries()) {
    const spread = 4 * Math.sqrt((chance * (1 - chance)) / draws);
    expect(Math.abs((counts[i] ?? 0) / draws - chance)).toBeLessThanOrEqual(spread);
  }
});
