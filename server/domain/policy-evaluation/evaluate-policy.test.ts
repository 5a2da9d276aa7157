import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { standardNormal } from "../stats/standard-normal";
import { type Estimator, type Evaluation, evaluatePolicy } from "./evaluate-policy";
import type { Logged, Policy } from "./logged";

type Random = () => number;
const ACTIONS = 4;
const WIDTH = 3;

/** How each action's worth depends on the context: what pays differs from person to person. */
const WORTH = [
  [0.2, 0.9, -0.3, 0],
  [-0.1, -0.6, 0.8, 0.2],
  [0.4, 0.1, 0.1, -0.5],
  [-0.4, 0.5, 0.5, 0.4],
] as const;

const scoreOf = (context: Float64Array, from: number, action: number): number => {
  const [constant = 0, ...slopes] = WORTH[action] ?? [];
  return slopes.reduce((sum, slope, i) => sum + slope * (context[from + i] ?? 0), constant);
};
const meanReward = (context: Float64Array, from: number, action: number): number =>
  1 / (1 + Math.exp(-scoreOf(context, from, action)));

/** Takes what seems worth more, more often; `sharpness` 0 is uniform. */
function softmax(context: Float64Array, from: number, sharpness: number): number[] {
  const powers = WORTH.map((_, action) => Math.exp(sharpness * scoreOf(context, from, action)));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function drawn(shares: readonly number[], random: Random): number {
  let left = random();
  for (const [action, share] of shares.entries()) {
    left -= share;
    if (left < 0) return action;
  }
  return shares.length - 1;
}

/** A log of `rows` under a policy that is 0.4 sharp against what pays. */
function logOf(rows: number, random: Random): Logged {
  const context = Float64Array.from({ length: rows * WIDTH }, () => standardNormal(random));
  const [action, propensity, reward] = [new Int32Array(rows), new Float64Array(rows), new Float64Array(rows)];
  for (let row = 0; row < rows; row++) {
    const shares = softmax(context, row * WIDTH, -0.4);
    const taken = drawn(shares, random);
    action[row] = taken;
    propensity[row] = shares[taken] ?? 1;
    reward[row] = random() < meanReward(context, row * WIDTH, taken) ? 1 : 0;
  }
  return { action, propensity, reward, actions: ACTIONS, context, width: WIDTH };
}

const sharp = ({ context }: Logged): Policy => {
  const shares: number[][] = [];
  return (row, action) => {
    shares[row] ??= softmax(context, row * WIDTH, 1);
    return shares[row]?.[action] ?? 0;
  };
};

/** What the judged policy earns in truth: the mean over many contexts, without any chance in the reward. */
function truth(random: Random): number {
  const rows = 400_000;
  const context = new Float64Array(WIDTH);
  let sum = 0;
  for (let row = 0; row < rows; row++) {
    for (let i = 0; i < WIDTH; i++) context[i] = standardNormal(random);
    for (const [action, share] of softmax(context, 0, 1).entries())
      sum += share * meanReward(context, 0, action);
  }
  return sum / rows;
}

const RUNS = 500;

/** Of every estimator: the share of intervals that hold the truth, and the mean squared error. */
function tried(seed: number): Record<Estimator, { covered: number; error: number }> {
  const { random } = momentFor(0, seed, 1, 0);
  const real = truth(random);
  const found: Evaluation["estimates"][] = Array.from({ length: RUNS }, () => {
    const log = logOf(1000, random);
    return evaluatePolicy(log, sharp(log), random, 400).estimates;
  });
  const of = (name: Estimator) => {
    const all = found.map((estimates) => estimates?.[name] ?? { value: Number.NaN, low: 1, high: 0 });
    return {
      covered: all.filter(({ low, high }) => low <= real && real <= high).length / RUNS,
      error: all.reduce((sum, { value }) => sum + (value - real) ** 2, 0) / RUNS,
    };
  };
  const names = ["ips", "snips", "clipped", "direct", "doublyRobust", "switchDoublyRobust"] as const;
  return Object.fromEntries(names.map((name) => [name, of(name)])) as ReturnType<typeof tried>; // all of them
}

test("on 500 logs of known truth the intervals hold it, and the doubly robust estimate is nearer than IPS (seed 31)", () => {
  const found = tried(31);
  // the model is straight and the truth is not: the direct estimate is off by that, which no interval of its own shows
  for (const [name, { covered }] of Object.entries(found))
    expect(covered, `coverage of ${name}`).toBeGreaterThanOrEqual(name === "direct" ? 0.85 : 0.93);
  expect(found.doublyRobust.error).toBeLessThan(found.ips.error);
});

describe("refuses what a log cannot carry", () => {
  const log = (rows: number, rewarded: number, propensity: (row: number) => number): Logged => ({
    action: Int32Array.from({ length: rows }, (_, row) => row % 2),
    propensity: Float64Array.from({ length: rows }, (_, row) => propensity(row)),
    reward: Float64Array.from({ length: rows }, (_, row) => (row < rewarded ? 1 : 0)),
    actions: 2,
    context: new Float64Array(rows),
    width: 1,
  });
  const first: Policy = (_, action) => (action === 0 ? 1 : 0);
  test.each([
    { name: "19 rewarded matches", given: log(2000, 38, () => 0.5), refused: ["rewarded-matches"] },
    { name: "20 rewarded matches", given: log(2000, 40, () => 0.5), refused: [] },
    { name: "99 matches", given: log(198, 198, () => 0.5), refused: ["effective-size"] },
    { name: "100 matches", given: log(200, 200, () => 0.5), refused: [] },
    {
      name: "one row of 6 % of the weight",
      given: log(1000, 500, (row) => (row === 0 ? 0.5 / 32 : 0.5)),
      refused: ["one-weight"],
    },
    {
      name: "nothing in common",
      given: log(2000, 2000, () => 0.5),
      policy: () => 0,
      refused: ["rewarded-matches", "effective-size"],
    },
  ])("$name", ({ given, refused, policy = first }) => {
    const found = evaluatePolicy(given, policy, momentFor(0, 1, 1, 0).random);
    expect(found.refused).toEqual(refused);
    expect(found.estimates === null).toBe(refused.length > 0);
  });
});

test("the policy that was logged earns what was logged", () => {
  const { random } = momentFor(0, 5, 1, 0);
  const log = logOf(2000, random);
  const same: Policy = (row, action) => softmax(log.context, row * WIDTH, -0.4)[action] ?? 0;
  const { estimates, logged } = evaluatePolicy(log, same, random);
  expect(estimates?.ips.value).toBeCloseTo(logged.value, 12);
  expect(estimates?.snips.value).toBeCloseTo(logged.value, 12);
  expect(estimates?.doublyRobust.value).toBeCloseTo(logged.value, 2);
});

test("the same seed gives the same intervals", () => {
  const log = logOf(500, momentFor(0, 6, 1, 0).random);
  const [one, other] = [1, 2].map(() => evaluatePolicy(log, sharp(log), momentFor(0, 9, 1, 0).random));
  expect(one).toEqual(other);
});
