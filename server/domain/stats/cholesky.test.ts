import fc from "fast-check";
import { expect, test } from "vitest";
import { cholesky, solve } from "./cholesky";

const SIZE = 4;
const row = (matrix: Float64Array, i: number) => matrix.subarray(i * SIZE, (i + 1) * SIZE);
const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, k) => sum + value * (b[k] ?? 0), 0);

/** M Mᵀ + I is positive definite. */
const definite = (m: Float64Array) =>
  Float64Array.from({ length: SIZE * SIZE }, (_, at) => {
    const [i, j] = [Math.floor(at / SIZE), at % SIZE];
    return dot(row(m, i), row(m, j)) + (i === j ? 1 : 0);
  });

test("a solved system gives back its right side", () => {
  const number = fc.double({ min: -3, max: 3, noNaN: true });
  const numbers = (length: number) =>
    fc.array(number, { minLength: length, maxLength: length }).map((all) => Float64Array.from(all));
  fc.assert(
    fc.property(numbers(SIZE * SIZE), numbers(SIZE), (m, b) => {
      const matrix = definite(m);
      const factor = cholesky(matrix, SIZE);
      if (factor === null) throw new Error("it is positive definite");
      const x = solve(factor, b);
      for (let i = 0; i < SIZE; i++) expect(dot(row(matrix, i), x)).toBeCloseTo(b[i] ?? Number.NaN, 8);
    }),
  );
});

test.each([
  { name: "singular", matrix: [1, 1, 1, 1] },
  { name: "indefinite", matrix: [1, 2, 2, 1] },
  { name: "zero", matrix: [0, 0, 0, 0] },
])("a $name matrix has no factor", ({ matrix }) => {
  expect(cholesky(Float64Array.from(matrix), 2)).toBeNull();
});
