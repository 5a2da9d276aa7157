import fc from "fast-check";
import { expect, test } from "vitest";
import { momentFor } from "../moment";
import { betaBinomialLog, priorStrength, type Tally } from "./prior-strength";

/** People whose rates differ as a beta distribution of whole parameters, by order statistics of uniform draws. */
function drawn(a: number, b: number, people: number, trials: number, random: () => number): Tally[] {
  return Array.from({ length: people }, () => {
    const uniforms = Array.from({ length: a + b - 1 }, random).sort((x, y) => x - y);
    const rate = uniforms[a - 1] ?? 0;
    const successes = Array.from({ length: trials }, random).filter((u) => u < rate).length;
    return { successes, trials, mean: a / (a + b) };
  });
}

test.each([
  { a: 1, b: 4 },
  { a: 4, b: 16 },
  { a: 10, b: 10 },
])("finds the strength of beta($a, $b) from people with 15 trials each (seed 4)", ({ a, b }) => {
  const found = priorStrength(drawn(a, b, 3000, 15, momentFor(0, 4, a, b).random));
  expect(Math.abs(Math.log(found / (a + b)))).toBeLessThan(0.2);
});

test("people who do not differ have a strength without end", () => {
  const alike = Array.from({ length: 500 }, () => ({ successes: 3, trials: 15, mean: 0.2 }));
  expect(priorStrength(alike)).toBeGreaterThan(1e5);
});

test("the likelihoods of all outcomes add up to one", () => {
  const tally = fc.record({
    trials: fc.integer({ min: 1, max: 25 }),
    mean: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    strength: fc.double({ min: 0.2, max: 5000, noNaN: true }),
  });
  fc.assert(
    fc.property(tally, ({ trials, mean, strength }) => {
      let ways = 1;
      let total = 0;
      for (let successes = 0; successes <= trials; successes++) {
        total += ways * Math.exp(betaBinomialLog({ successes, trials, mean }, strength));
        ways *= (trials - successes) / (successes + 1);
      }
      expect(total).toBeCloseTo(1, 8);
    }),
  );
});
