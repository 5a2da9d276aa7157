import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArmSums } from "./arm-moments";
import { type CompareOptions, compareArms } from "./compare-arms";
import { normalCdf } from "./normal";

const once: CompareOptions = { difference: "absolute", alpha: 0.05, sides: 2 };

const meanOf = (values: readonly number[]): ArmSums => ({
  type: "mean",
  n: values.length,
  sum: total(values),
  sumSquares: total(values.map((value) => value * value)),
});
const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

// R's data set `sleep`, as t.test(extra ~ group) prints it, group 2 minus group 1
const sleep = {
  a: meanOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]),
  b: meanOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]),
};

describe("Welch", () => {
  test("two means are as R's t.test says", () => {
    const found = compareArms(sleep.a, sleep.b, once);
    expect(found?.effect).toBeCloseTo(1.58, 10);
    expect(found?.p).toBeCloseTo(0.07939414, 7);
    expect(found?.ci[0]).toBeCloseTo(-0.2054832, 6);
    expect(found?.ci[1]).toBeCloseTo(3.3654832, 6);
  });

  test("one-sided p-values are the halves, and one end is open", () => {
    const [greater, less] = (["greater", "less"] as const).map((sides) =>
      compareArms(sleep.a, sleep.b, { ...once, sides }),
    );
    expect(greater?.p).toBeCloseTo(0.07939414 / 2, 7);
    expect(less?.p).toBeCloseTo(1 - 0.07939414 / 2, 7);
    expect(greater?.ci[1]).toBeNull();
    expect(less?.ci[0]).toBeNull();
  });

  test("a proportion varies by p (1 - p)", () => {
    const found = compareArms(
      { type: "proportion", n: 1000, sum: 100 },
      { type: "proportion", n: 2000, sum: 260 },
      once,
    );
    expect(found?.se).toBeCloseTo(Math.sqrt((0.1 * 0.9) / 1000 + (0.13 * 0.87) / 2000), 12);
  });

  test("a relative effect has the delta method's error on (b - a) / a", () => {
    const found = compareArms(
      { type: "proportion", n: 1000, sum: 100 },
      { type: "proportion", n: 1000, sum: 130 },
      { ...once, difference: "relative" },
    );
    expect(found?.effect).toBeCloseTo(0.3, 12);
    const variance = (0.13 * 0.87) / 1000 / 0.01 + ((0.1 * 0.9) / 1000) * (0.13 ** 2 / 0.1 ** 4);
    expect(found?.se).toBeCloseTo(Math.sqrt(variance), 12);
  });

  test("a ratio whose denominator is 1 for everybody is a mean", () => {
    const ratio = (arm: ArmSums): ArmSums =>
      arm.type === "mean"
        ? { ...arm, type: "ratio", denominatorSum: arm.n, denominatorSumSquares: arm.n, crossSum: arm.sum }
        : arm;
    const [as, was] = [
      compareArms(ratio(sleep.a), ratio(sleep.b), once),
      compareArms(sleep.a, sleep.b, once),
    ];
    expect(as?.se).toBeCloseTo(was?.se ?? Number.NaN, 10);
    expect(as?.effect).toBeCloseTo(was?.effect ?? Number.NaN, 10);
  });

  test("swapping the arms turns the sign and keeps p", () => {
    fc.assert(
      fc.property(arm, arm, (a, b) => {
        const [forth, back] = [compareArms(a, b, once), compareArms(b, a, once)];
        expect(forth === null).toBe(back === null);
        if (forth === null || back === null) return;
        expect(forth.effect).toBeCloseTo(-back.effect, 9);
        expect(forth.p).toBeCloseTo(back.p, 9);
      }),
    );
  });
});

const arm = fc
  .record({ n: fc.integer({ min: 2, max: 10_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ n, share }): ArmSums => ({ type: "proportion", n, sum: Math.round(n * share) }));

describe("what cannot be said", () => {
  test.each([
    { name: "one unit", a: { type: "proportion", n: 1, sum: 1 } as const },
    { name: "nobody converts", a: { type: "proportion", n: 100, sum: 0 } as const },
    { name: "everybody spends the same", a: { type: "mean", n: 10, sum: 50, sumSquares: 250 } as const },
  ])("$name: nothing", ({ a }) => {
    expect(compareArms(a, { type: "proportion", n: 100, sum: 10 }, once)).toBeNull();
  });

  test("nothing is relative to zero", () => {
    const a: ArmSums = { type: "mean", n: 10, sum: 0, sumSquares: 10 };
    const b: ArmSums = { type: "mean", n: 10, sum: 5, sumSquares: 10 };
    expect(compareArms(a, b, { ...once, difference: "relative" })).toBeNull();
    expect(compareArms(a, b, once)?.effect).toBeCloseTo(0.5, 12);
  });
});

describe("CUPED", () => {
  // y = x + a small rest: what stood before explains nearly all
  const values = (shift: number) =>
    Array.from({ length: 200 }, (_, i) => ({ x: (i * 37) % 100, rest: ((i * 13) % 7) + shift }));
  const cuped = (shift: number): ArmSums => {
    const rows = values(shift).map(({ x, rest }) => ({ x, y: x + rest }));
    return {
      ...meanOf(rows.map(({ y }) => y)),
      type: "mean",
      sumSquares: total(rows.map(({ y }) => y * y)),
      pre: { sum: total(rows.map(({ x }) => x)), sumSquares: total(rows.map(({ x }) => x * x)) },
      crossSum: total(rows.map(({ x, y }) => x * y)),
    };
  };

  test("takes out what the units had before: the error shrinks, the effect stays", () => {
    const found = compareArms(cuped(0), cuped(1), once);
    const plain = compareArms(without(cuped(0)), without(cuped(1)), once);
    expect(found?.effect).toBeCloseTo(1, 6);
    expect(found?.se ?? 1).toBeLessThan((plain?.se ?? 0) / 10);
  });

  test("a metric that did not vary before changes nothing", () => {
    const flat = (given: ArmSums): ArmSums =>
      given.type === "mean"
        ? { ...given, pre: { sum: 3 * given.n, sumSquares: 9 * given.n }, crossSum: 3 * given.sum }
        : given;
    const [as, was] = [compareArms(flat(sleep.a), flat(sleep.b), once), compareArms(sleep.a, sleep.b, once)];
    expect(as?.se).toBeCloseTo(was?.se ?? Number.NaN, 12);
  });
});

const without = (given: ArmSums): ArmSums =>
  given.type === "ratio" ? given : { ...given, pre: undefined, crossSum: undefined };

describe("always-valid intervals", () => {
  const at = (n: number, tuning: number, sides: CompareOptions["sides"] = 2) => {
    const arms = [
      { type: "proportion", n, sum: n * 0.1 } as const,
      { type: "proportion", n, sum: n * 0.12 } as const,
    ];
    return compareArms(arms[0] as ArmSums, arms[1] as ArmSums, { ...once, tuning, sides });
  };
  /** half the width in standard errors: how much is paid for peeking */
  const width = (n: number, tuning: number) => {
    const found = at(n, tuning);
    return ((found?.ci[1] ?? 0) - (found?.effect ?? 0)) / (found?.se ?? 1);
  };

  test("are tightest at the size they are tuned for", () => {
    const tuned = width(2500, 5000);
    for (const other of [500, 1500, 4000, 20_000]) expect(width(2500, other)).toBeGreaterThan(tuned);
  });

  test("are wider than the interval of one look", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 100_000 }),
        fc.integer({ min: 100, max: 1_000_000 }),
        (n, tuning) => {
          expect(width(n, tuning)).toBeGreaterThan(1.96);
        },
      ),
    );
  });

  test("leave out zero exactly when p is below alpha", () => {
    for (const sides of [2, "greater", "less"] as const)
      for (let n = 100; n < 40_000; n = Math.round(n * 1.3)) {
        const found = at(n, 5000, sides);
        const [low, high] = found?.ci ?? [null, null];
        const leaves = (low !== null && low > 0) || (high !== null && high < 0);
        expect((found?.p ?? 1) < 0.05).toBe(leaves);
      }
  });
});

describe("a normal posterior", () => {
  const [a, b]: [ArmSums, ArmSums] = [
    { type: "proportion", n: 5000, sum: 500 },
    { type: "proportion", n: 5000, sum: 550 },
  ];

  test("with a flat prior is the likelihood", () => {
    const found = compareArms(a, b, { ...once, prior: "flat" });
    const plain = compareArms(a, b, once);
    expect(found?.effect).toBeCloseTo(plain?.effect ?? Number.NaN, 12);
    expect(found?.chanceToWin).toBeCloseTo(normalCdf((plain?.effect ?? 0) / (plain?.se ?? 1)), 12);
    expect((found?.ci[1] ?? 0) - (found?.effect ?? 0)).toBeCloseTo(1.959963984540054 * (plain?.se ?? 0), 12);
  });

  test("lies between prior and likelihood, by their precisions", () => {
    const se = compareArms(a, b, once)?.se ?? 0;
    const found = compareArms(a, b, { ...once, prior: { mean: 0, variance: se * se } });
    expect(found?.effect).toBeCloseTo(0.005, 12);
    expect(found?.se).toBeCloseTo(se / Math.SQRT2, 12);
  });
});
