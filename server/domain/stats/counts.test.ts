import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { hypergeometric, poisson } from "./counts";

const { random } = momentFor(0, 3, 1, 0);
const DRAWS = 20_000;

function momentsOf(draw: () => number) {
  const drawn = Array.from({ length: DRAWS }, draw);
  const mean = drawn.reduce((sum, n) => sum + n, 0) / DRAWS;
  const variance = drawn.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (DRAWS - 1);
  return { mean, variance, least: Math.min(...drawn), most: Math.max(...drawn) };
}

describe("hypergeometric", () => {
  // mean nK/N, variance nK(N−K)(N−n) / N²(N−1)
  test.each([
    { population: 20, marked: 1, draws: 5 },
    { population: 50, marked: 12, draws: 7 },
    { population: 900, marked: 40, draws: 130 },
    { population: 5000, marked: 2000, draws: 700 },
    { population: 100_000, marked: 80_000, draws: 15_000 },
  ])("$marked of $population marked, $draws drawn", ({ population: N, marked: K, draws: n }) => {
    const { mean, variance, least, most } = momentsOf(() => hypergeometric(N, K, n, random));
    const expectedVariance = (n * K * (N - K) * (N - n)) / (N * N * (N - 1));
    expect(Math.abs(mean - (n * K) / N)).toBeLessThan(5 * Math.sqrt(expectedVariance / DRAWS));
    expect(variance / expectedVariance).toBeCloseTo(1, 1);
    expect(least).toBeGreaterThanOrEqual(Math.max(0, n + K - N));
    expect(most).toBeLessThanOrEqual(Math.min(n, K));
  });

  test("takes all or none where there is no choice", () => {
    expect(hypergeometric(10, 10, 4, random)).toBe(4);
    expect(hypergeometric(10, 4, 10, random)).toBe(4);
    expect(hypergeometric(10, 0, 4, random)).toBe(0);
  });
});

describe("poisson", () => {
  test.each([1, 7, 24, 400])("mean and variance are %i", (expected) => {
    const { mean, variance, least } = momentsOf(() => poisson(expected, random));
    expect(Math.abs(mean - expected)).toBeLessThan(5 * Math.sqrt(expected / DRAWS));
    expect(variance / expected).toBeCloseTo(1, 1);
    expect(least).toBeGreaterThanOrEqual(0);
  });
});
