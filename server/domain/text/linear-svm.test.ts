import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { linearSvm, type SvmOptions } from "./linear-svm";
import type { SparseRows } from "./sparse-rows";

const rowsOf = (dense: readonly (readonly number[])[]): SparseRows => ({
  starts: Int32Array.from([0, ...dense.map((row, at) => (at + 1) * row.length)]),
  columns: Int32Array.from(dense.flatMap((row) => row.map((_, column) => column))),
  values: Float32Array.from(dense.flat()),
  width: dense[0]?.length ?? 0,
});
const options = (seed: number): SvmOptions => ({
  cost: 1,
  positiveCost: 1,
  tolerance: 1e-6,
  mostSweeps: 5000,
  random: momentFor(0, seed, 0, 0).random,
});

/** ½ |w|² + C Σ max(0, 1 − y w·x)², the intercept among the weights. */
function objective(
  dense: readonly (readonly number[])[],
  sides: readonly number[],
  weights: Float64Array,
): number {
  const losses = dense.map((row, at) => {
    const score = row.reduce(
      (sum, value, column) => sum + value * (weights[column] ?? 0),
      weights[row.length] ?? 0,
    );
    return Math.max(0, 1 - (sides[at] ?? 0) * score) ** 2;
  });
  return weights.reduce((sum, weight) => sum + (weight * weight) / 2, 0) + losses.reduce((a, b) => a + b, 0);
}

describe("linearSvm", () => {
  test("one row on either side: the solution by hand", () => {
    // rows 1 and −1 of sides 1 and −1, C = 1: by symmetry no intercept, and w minimises w²/2 + 2 (1 − w)², so w = 4/5
    const weights = linearSvm(rowsOf([[1], [-1]]), Int8Array.of(1, -1), options(1));
    expect(weights[0]).toBeCloseTo(0.8, 5);
    expect(weights[1]).toBeCloseTo(0, 5);
  });

  test("no neighbouring weights have a lower objective, and the order of the sweeps does not matter", () => {
    const number = fc.integer({ min: -20, max: 20 }).map((n) => n / 10);
    const table = fc.array(fc.tuple(fc.tuple(number, number), fc.constantFrom(1, -1)), {
      minLength: 3,
      maxLength: 25,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const dense = rows.map(([row]) => [...row]);
        const sides = rows.map(([, side]) => side);
        const [one, other] = [1, 2].map((seed) =>
          linearSvm(rowsOf(dense), Int8Array.from(sides), options(seed)),
        );
        const found = objective(dense, sides, one ?? new Float64Array(3));
        expect(objective(dense, sides, other ?? new Float64Array(3))).toBeCloseTo(found, 4);
        for (let column = 0; column < 3; column++)
          for (const step of [-0.01, 0.01]) {
            const moved = Float64Array.from(one ?? []);
            moved[column] = (moved[column] ?? 0) + step;
            expect(objective(dense, sides, moved)).toBeGreaterThan(found - 1e-6);
          }
      }),
      { numRuns: 60 },
    );
  });

  test("a mistake on the class can be made dearer", () => {
    const dense = [[1], [1], [1]];
    const sides = Int8Array.of(1, -1, -1);
    const score = (positiveCost: number) => {
      const weights = linearSvm(rowsOf(dense), sides, { ...options(1), positiveCost });
      return (weights[0] ?? 0) + (weights[1] ?? 0);
    };
    expect(score(1)).toBeLessThan(0);
    expect(score(10)).toBeGreaterThan(0);
  });
});
