import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import type { ArmSums } from "./arm-moments";
import { type CompareOptions, compareArms } from "./compare-arms";
import { standardNormal } from "./standard-normal";

const once: CompareOptions = { difference: "absolute", alpha: 0.05, sides: 2 };
type Random = () => number;

/** The largest distance between the shares of the values and those of a uniform distribution, times √n. */
function kolmogorov(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  return Math.sqrt(n) * Math.max(...sorted.map((value, i) => Math.max((i + 1) / n - value, value - i / n)));
}
/** Above it lie 0.1 % of the cases: N. Smirnov 1948, Annals of Mathematical Statistics 19, 279–281. */
const SMIRNOV = 1.949;

function meanArm(n: number, draw: () => number): ArmSums {
  let [sum, sumSquares] = [0, 0];
  for (let i = 0; i < n; i++) {
    const value = draw();
    sum += value;
    sumSquares += value * value;
  }
  return { type: "mean", n, sum, sumSquares };
}

describe("p-values are uniform where nothing differs", () => {
  test.each([
    { name: "normal, 200 a side", n: 200, draw: standardNormal, sides: 2, difference: "absolute", seed: 11 },
    {
      name: "normal, 200 and 600",
      n: 200,
      other: 600,
      draw: standardNormal,
      sides: 2,
      difference: "absolute",
      seed: 12,
    },
    {
      name: "uniform, one-sided",
      n: 250,
      draw: (random: Random) => random(),
      sides: "greater",
      difference: "absolute",
      seed: 13,
    },
    {
      name: "exponential, 400 a side",
      n: 400,
      draw: (random: Random) => -Math.log(1 - random()),
      sides: 2,
      difference: "absolute",
      seed: 14,
    },
    {
      name: "around 10, relative",
      n: 300,
      draw: (random: Random) => 10 + standardNormal(random),
      sides: 2,
      difference: "relative",
      seed: 15,
    },
  ] as const)("$name (seed $seed)", ({ n, draw, sides, difference, seed, ...rest }) => {
    const { random } = momentFor(0, seed, 1, 0);
    const other = "other" in rest ? rest.other : n;
    const values = Array.from({ length: 1500 }, () => {
      const [a, b] = [meanArm(n, () => draw(random)), meanArm(other, () => draw(random))];
      return compareArms(a, b, { ...once, sides, difference })?.p ?? Number.NaN;
    });
    expect(kolmogorov(values)).toBeLessThan(SMIRNOV);
  });
});

const FROM = 1000;
const STEP = 500;
const LOOKS = 19;

const converted = (random: Random, share: number, people: number): number => {
  let sum = 0;
  for (let i = 0; i < people; i++) if (random() < share) sum++;
  return sum;
};

/** Whether somebody who looks from 1,000 people an arm on, after every 500 more, ever sees a difference. */
function everSeen(random: Random, shares: readonly [number, number], options: CompareOptions): boolean {
  const sums: [number, number] = [0, 0];
  for (let look = 0; look < LOOKS; look++) {
    const more = look === 0 ? FROM : STEP;
    sums[0] += converted(random, shares[0], more);
    sums[1] += converted(random, shares[1], more);
    const arm = (sum: number): ArmSums => ({ type: "proportion", n: FROM + look * STEP, sum });
    if ((compareArms(arm(sums[0]), arm(sums[1]), options)?.p ?? 1) < options.alpha) return true;
  }
  return false;
}

function shareSeen(seed: number, runs: number, shares: readonly [number, number], options: CompareOptions) {
  const { random } = momentFor(0, seed, 2, 0);
  let seen = 0;
  for (let run = 0; run < runs; run++) if (everSeen(random, shares, options)) seen++;
  return seen / runs;
}

describe("looking 19 times, from 1,000 to 10,000 people an arm", () => {
  const RUNS = 600;
  const sequential: CompareOptions = { ...once, tuning: 5000 };
  const atMost = 0.05 + 3 * Math.sqrt((0.05 * 0.95) / RUNS);

  test("the always-valid interval errs in at most 5 % where nothing differs (seed 21)", () => {
    expect(shareSeen(21, RUNS, [0.1, 0.1], sequential)).toBeLessThanOrEqual(atMost);
  });

  test("one-sided, too (seed 22)", () => {
    expect(shareSeen(22, RUNS, [0.1, 0.1], { ...sequential, sides: "greater" })).toBeLessThanOrEqual(atMost);
  });

  test("it finds a lift from 10 % to 12 % in more than four cases of five (seed 23)", () => {
    expect(shareSeen(23, 300, [0.1, 0.12], sequential)).toBeGreaterThan(0.8);
  });

  test("the interval of one look, looked at as often, errs in more than 15 %: what the other is for (seed 21)", () => {
    expect(shareSeen(21, RUNS, [0.1, 0.1], once)).toBeGreaterThan(0.15);
  });
});
