import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { standardNormal } from "../stats/standard-normal";
import { armShares } from "./arm-shares";

const binary = fc
  .record({ n: fc.nat(5000), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ n, share }) => ({
    n,
    sum: Math.round(n * share),
  }));
const amounts = fc
  .record({
    n: fc.nat(5000),
    mean: fc.double({ min: -50, max: 50, noNaN: true }),
    deviation: fc.double({ min: 0.01, max: 20, noNaN: true }),
  })
  .map(({ n, mean, deviation }) => ({
    n,
    sum: n * mean,
    sumSquares: n * (mean * mean + deviation * deviation),
  }));
const arms = fc.oneof(
  fc.array(binary, { minLength: 2, maxLength: 6 }),
  fc.array(amounts, { minLength: 2, maxLength: 6 }),
);

describe("shares", () => {
  test("sum to one, none below the floor", () => {
    fc.assert(
      fc.property(arms, fc.double({ min: 0, max: 0.16, noNaN: true }), (given, floor) => {
        const { weights } = armShares(given, floor);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        for (const weight of weights) expect(weight).toBeGreaterThanOrEqual(floor - 1e-12);
      }),
    );
  });

  test("do not depend on the order of the arms", () => {
    fc.assert(
      fc.property(arms, (given) => {
        const forth = armShares(given).weights;
        const back = armShares([...given].reverse()).weights.reverse();
        for (const [i, weight] of forth.entries()) expect(weight).toBeCloseTo(back[i] ?? Number.NaN, 9);
      }),
    );
  });

  test("equal arms are drawn alike", () => {
    const { weights } = armShares([
      { n: 100, sum: 10 },
      { n: 100, sum: 10 },
      { n: 100, sum: 10 },
    ]);
    for (const weight of weights) expect(weight).toBeCloseTo(1 / 3, 6);
  });

  test("of two arms of equal trials the one with more reward is drawn more", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), fc.nat(2000), fc.nat(2000), (n, one, other) => {
        const [less, more] = [Math.min(one, other, n), Math.min(Math.max(one, other), n)];
        const { weights, best } = armShares([
          { n, sum: less },
          { n, sum: more },
        ]);
        expect(weights[1] ?? 0).toBeGreaterThanOrEqual((weights[0] ?? 1) - 1e-9);
        if (more > less) expect(best).toBe(1);
      }),
    );
  });
});

// P(B > A) of two beta distributions in closed form: E. Miller 2013, Formulas for Bayesian A/B Testing, eq. 6
test.each([
  { a: { n: 10, sum: 2 }, b: { n: 10, sum: 5 } },
  { a: { n: 1000, sum: 100 }, b: { n: 1000, sum: 120 } },
  { a: { n: 0, sum: 0 }, b: { n: 3, sum: 3 } },
  { a: { n: 50_000, sum: 1000 }, b: { n: 50_000, sum: 1050 } },
])("the second arm is best as the closed form says: $a against $b", ({ a, b }) => {
  expect(armShares([a, b]).chances[1]).toBeCloseTo(secondBeats(a, b), 4);
});

function secondBeats(a: { n: number; sum: number }, b: { n: number; sum: number }): number {
  const [a1, b1, a2, b2] = [1 + a.sum, 1 + a.n - a.sum, 1 + b.sum, 1 + b.n - b.sum];
  let total = 0;
  for (let i = 0; i < a2; i++)
    total += Math.exp(logBeta(a1 + i, b1 + b2) - Math.log(b2 + i) - logBeta(1 + i, b2) - logBeta(a1, b1));
  return total;
}

const logBeta = (a: number, b: number): number =>
  logFactorial(a - 1) + logFactorial(b - 1) - logFactorial(a + b - 1);
function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
}

test("amounts: shares are the frequencies with which drawn means are the largest (seed 7)", () => {
  const given = [
    { n: 40, sum: 400, sumSquares: 40 * (100 + 25) },
    { n: 60, sum: 660, sumSquares: 60 * (121 + 36) },
    { n: 30, sum: 270, sumSquares: 30 * (81 + 16) },
  ];
  const { chances } = armShares(given);
  const { random } = momentFor(0, 7, 1, 0);
  const wins = [0, 0, 0];
  const draws = 40_000;
  for (let i = 0; i < draws; i++) {
    // with so many trials t is close to normal: a check of the sum, not of the tail
    const drawn = given.map(({ n, sum, sumSquares }) => {
      const mean = sum / n;
      return mean + standardNormal(random) * Math.sqrt((sumSquares / n - mean * mean) / n);
    });
    const best = drawn.indexOf(Math.max(...drawn));
    wins[best] = (wins[best] ?? 0) + 1;
  }
  for (const [arm, chance] of chances.entries()) expect(chance).toBeCloseTo((wins[arm] ?? 0) / draws, 1);
});
