import fc from "fast-check";
import { expect, test } from "vitest";
import { minimise, type Objective } from "./minimise";

/** Rosenbrock 1960, in any even number of dimensions: a bent valley with its floor at (1, 1, …). */
const rosenbrock: Objective = (at, gradient) => {
  let value = 0;
  for (let i = 0; i < at.length; i += 2) {
    const x = at[i] ?? 0;
    const bend = (at[i + 1] ?? 0) - x * x;
    value += 100 * bend * bend + (1 - x) ** 2;
    gradient[i] = -400 * x * bend - 2 * (1 - x);
    gradient[i + 1] = 200 * bend;
  }
  return value;
};

test.each([2, 10, 50])("finds the end of the bent valley in %d dimensions", (dimensions) => {
  const start = Array.from({ length: dimensions }, (_, i) => (i % 2 === 0 ? -1.2 : 1));
  const found = minimise(rosenbrock, start);
  expect(found.isConverged).toBe(true);
  for (const value of found.at) expect(value).toBeCloseTo(1, 8);
});

test("finds the lowest point of any bowl, however stretched", () => {
  const bowl = fc.array(
    fc.record({
      centre: fc.double({ min: -50, max: 50, noNaN: true }),
      width: fc.double({ min: 0.01, max: 100, noNaN: true }),
    }),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(bowl, (axes) => {
      const objective: Objective = (at, gradient) => {
        let value = 0;
        for (const [i, { centre, width }] of axes.entries()) {
          const away = (at[i] ?? 0) - centre;
          value += width * away * away;
          gradient[i] = 2 * width * away;
        }
        return value;
      };
      const found = minimise(objective, new Float64Array(axes.length));
      expect(found.isConverged).toBe(true);
      for (const [i, { centre }] of axes.entries()) expect(found.at[i]).toBeCloseTo(centre, 6);
    }),
  );
});

test("turns back from where the function is not defined", () => {
  // x − log x, whose minimum is at 1; there is nothing below zero
  const found = minimise(
    ([x = 0], gradient) => {
      gradient[0] = 1 - 1 / x;
      return x - Math.log(x);
    },
    [30],
    { longestStep: 100 },
  );
  expect(found.at[0]).toBeCloseTo(1, 8);
});

test("says so where there is no lowest point", () => {
  const found = minimise(
    (_, gradient) => {
      gradient[0] = 1;
      return 0;
    },
    [0],
  );
  expect(found.isConverged).toBe(false);
});

test("needs a start that is defined", () => {
  expect(() => minimise(() => Number.NaN, [0])).toThrow(RangeError);
});
