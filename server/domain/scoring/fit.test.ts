import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import type { BgNbd } from "./bg-nbd";
import { drawBuyers } from "./draw-buyers";
import { fitBgNbd } from "./fit-bg-nbd";
import { fitGammaGamma } from "./fit-gamma-gamma";
import type { GammaGamma } from "./gamma-gamma";

const AGES = Array.from({ length: 90 }, (_, week) => 10 + week);
const PEOPLE = 4000;
const SAMPLES = 12;

/** How far the mean of estimates lies from the truth, in its standard errors, and how wide they scatter. */
function judged(estimates: readonly number[], truth: number) {
  const logs = estimates.map(Math.log);
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const variance = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / (logs.length - 1);
  return {
    away: Math.abs(mean - Math.log(truth)) / Math.sqrt(variance / logs.length),
    spread: Math.sqrt(variance),
  };
}

const WORLDS: { name: string; bought: BgNbd; paid: GammaGamma }[] = [
  {
    name: "records of 1997",
    bought: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
    paid: { p: 6.25, q: 3.74, v: 15.44 },
  },
  {
    name: "a shop with steady customers",
    bought: { r: 1.8, alpha: 9, a: 0.6, b: 8 },
    paid: { p: 2.2, q: 5, v: 80 },
  },
];

describe.each(WORLDS)("from customers of $name (seed 11)", ({ bought, paid }) => {
  const random = momentFor(0, 11, 1, 0).random;
  const fits = Array.from({ length: SAMPLES }, () => {
    const drawn = drawBuyers(bought, paid, AGES, PEOPLE, random);
    return { bought: fitBgNbd(drawn), paid: fitGammaGamma(drawn) };
  });

  test.each(["r", "alpha", "a", "b"] as const)("the BG/NBD's %s comes back within sampling error", (name) => {
    const { away, spread } = judged(
      fits.map((fit) => fit.bought?.[name] ?? Number.NaN),
      bought[name],
    );
    expect(away).toBeLessThan(3.5);
    expect(spread).toBeLessThan(0.5);
  });

  test.each(["p", "q", "v"] as const)("the gamma-gamma's %s comes back within sampling error", (name) => {
    const { away, spread } = judged(
      fits.map((fit) => fit.paid?.[name] ?? Number.NaN),
      paid[name],
    );
    expect(away).toBeLessThan(3.5);
    expect(spread).toBeLessThan(0.5);
  });
});

describe("data that say little", () => {
  const columns = (x: readonly number[], recency: readonly number[], age: readonly number[]) => ({
    frequency: Int32Array.from(x),
    recency: Float64Array.from(recency),
    age: Float64Array.from(age),
  });

  test("nobody came back: no model", () => {
    expect(fitBgNbd(columns([0, 0, 0], [0, 0, 0], [5, 6, 7]))).toBeNull();
  });

  test("nobody seems to leave: says that it is not settled", () => {
    // everybody bought every week until the last
    const ages = Array.from({ length: 40 }, (_, i) => 20 + i);
    const fit = fitBgNbd(columns(ages, ages, ages));
    expect(fit?.isSettled).toBe(false);
    expect(fit?.a).toBeLessThan(0.01);
    expect(Number.isFinite(fit?.logLikelihood)).toBe(true);
  });

  test("fewer than ten spenders, or all alike: no gamma-gamma", () => {
    const spenders = (count: number, value: (i: number) => number) => ({
      frequency: new Int32Array(count).fill(2),
      value: Float64Array.from({ length: count }, (_, i) => value(i)),
    });
    expect(fitGammaGamma(spenders(9, (i) => 10 + i))).toBeNull();
    expect(fitGammaGamma(spenders(50, () => 10))).toBeNull();
    expect(fitGammaGamma(spenders(50, (i) => 10 + i))).not.toBeNull();
  });
});
