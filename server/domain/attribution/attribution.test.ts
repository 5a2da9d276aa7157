import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { byRule } from "./by-rule";
import type { Credit, Journey } from "./journeys";
import { markov } from "./markov";
import { first, last, linear, position, timeDecay } from "./rules";
import { shapley } from "./shapley";

const CHANNELS = 5;
const journey = fc.record({
  touches: fc.array(fc.nat(CHANNELS - 1), { minLength: 1, maxLength: 7 }),
  conversions: fc.nat(40),
  nulls: fc.nat(60),
  value: fc.double({ min: 0, max: 5000, noNaN: true }),
});
/** At least one of them converts. */
const journeys = fc.tuple(journey, fc.array(journey, { maxLength: 25 })).map(([one, others]): Journey[] =>
  [{ ...one, conversions: one.conversions + 1 }, ...others].map((each) => ({
    ...each,
    value: each.conversions === 0 ? 0 : each.value,
  })),
);

const MODELS: Record<string, (given: readonly Journey[]) => Credit> = {
  first: (given) => byRule(given, CHANNELS, first),
  last: (given) => byRule(given, CHANNELS, last),
  linear: (given) => byRule(given, CHANNELS, linear),
  position: (given) => byRule(given, CHANNELS, position),
  timeDecay: (given) => byRule(given, CHANNELS, timeDecay(1.5)),
  shapley: (given) => shapley(given, CHANNELS),
  markov1: (given) => markov(given, CHANNELS, 1),
  markov2: (given) => markov(given, CHANNELS, 2),
  markov3: (given) => markov(given, CHANNELS, 3),
};
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
const close = (one: number, other: number) =>
  expect(Math.abs(one - other)).toBeLessThan(1e-9 * Math.max(1, Math.abs(other)));

describe.each(Object.entries(MODELS))("%s", (name, model) => {
  test("gives conversions and value away whole, and nothing below zero", () => {
    fc.assert(
      fc.property(journeys, (given) => {
        const credit = model(given);
        close(sum(credit.conversions), sum(given.map(({ conversions }) => conversions)));
        close(sum(credit.value), sum(given.map(({ value }) => value)));
        for (const amount of [...credit.conversions, ...credit.value])
          expect(amount).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test("does not depend on how journeys are listed", () => {
    fc.assert(
      fc.property(journeys, (given) => {
        const halves = given.map((one) => ({
          ...one,
          conversions: one.conversions / 2,
          nulls: one.nulls / 2,
          value: one.value / 2,
        }));
        const whole = model(given).conversions;
        const parted = model([...halves, ...halves].reverse()).conversions;
        for (const [channel, amount] of whole.entries()) close(parted[channel] ?? Number.NaN, amount);
      }),
    );
  });

  test("gives nothing to a channel that is in no journey with a conversion", () => {
    fc.assert(
      fc.property(journeys, (given) => {
        const isUseless = (one: Journey) => one.conversions === 0;
        // journeys of their own, so that the chain cannot borrow what others did from there
        const renamed = given.map((one) =>
          isUseless(one) ? { ...one, touches: one.touches.map(() => 4) } : one,
        );
        const others = renamed.filter((one) => isUseless(one) || !one.touches.includes(4));
        if (!others.some((one) => one.conversions > 0)) return;
        expect(model(others).conversions[4]).toBe(0);
      }),
    );
  });

  test("gives all to the only channel", () => {
    const credit = model([{ touches: [3, 3], conversions: 4, nulls: 9, value: 8 }]);
    expect([...credit.conversions]).toEqual([0, 0, 0, 4, 0]);
    expect([...credit.value]).toEqual([0, 0, 0, 8, 0]);
    expect(name).not.toBe("");
  });
});

const [email, sms, push] = [0, 1, 2];
const one = (touches: readonly number[], conversions = 1, nulls = 0): Journey => ({
  touches,
  conversions,
  nulls,
  value: conversions * 10,
});

describe("rules", () => {
  test.each([
    { rule: first, touches: 3, shares: [1, 0, 0] },
    { rule: last, touches: 3, shares: [0, 0, 1] },
    { rule: linear, touches: 4, shares: [0.25, 0.25, 0.25, 0.25] },
    { rule: position, touches: 1, shares: [1] },
    { rule: position, touches: 2, shares: [0.5, 0.5] },
    { rule: position, touches: 4, shares: [0.4, 0.1, 0.1, 0.4] },
    { rule: timeDecay(1), touches: 3, shares: [1 / 7, 2 / 7, 4 / 7] },
    {
      rule: timeDecay(2),
      touches: 3,
      shares: [0.5 / (1.5 + Math.SQRT1_2), Math.SQRT1_2 / (1.5 + Math.SQRT1_2), 1 / (1.5 + Math.SQRT1_2)],
    },
  ])("$touches touches: $shares", ({ rule, touches, shares }) => {
    rule(touches).forEach((share, i) => {
      expect(share).toBeCloseTo(shares[i] ?? Number.NaN, 12);
    });
  });
});

describe("Shapley", () => {
  test("is the mean over all orders in which channels could come", () => {
    fc.assert(
      fc.property(journeys, (given) => {
        const found = shapley(given, CHANNELS).conversions;
        const enumerated = byOrders(given);
        for (const [channel, amount] of found.entries())
          expect(amount).toBeCloseTo(enumerated[channel] ?? 0, 8);
      }),
      { numRuns: 30 },
    );
  });
});

/** Shapley 1953 as it is defined: what each channel adds when it comes to those before it, over all orders. */
function byOrders(given: readonly Journey[]): number[] {
  const worth = (coalition: ReadonlySet<number>) =>
    sum(
      given
        .filter(({ touches }) => touches.every((channel) => coalition.has(channel)))
        .map(({ conversions }) => conversions),
    );
  const orders = permutations(Array.from({ length: CHANNELS }, (_, i) => i));
  const added = new Array<number>(CHANNELS).fill(0);
  for (const order of orders) {
    const coalition = new Set<number>();
    for (const channel of order) {
      const before = worth(coalition);
      coalition.add(channel);
      added[channel] = (added[channel] ?? 0) + (worth(coalition) - before) / orders.length;
    }
  }
  return added;
}

function permutations(items: readonly number[]): number[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item) =>
    permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]),
  );
}

describe("Markov", () => {
  // C1 > C2 > C3 > conversion, C1 > null, C2 > C3 > null: P(conversion) is 1/3, without C1 1/6, without C2 or C3 nothing
  test("has the removal effects that are worked out by hand", () => {
    const given = [one([0, 1, 2]), one([0], 0, 1), one([1, 2], 0, 1)];
    const { removalEffect, conversions } = markov(given, 3, 1);
    [0.5, 1, 1].forEach((effect, i) => {
      expect(removalEffect[i]).toBeCloseTo(effect, 12);
    });
    [0.2, 0.4, 0.4].forEach((amount, i) => {
      expect(conversions[i]).toBeCloseTo(amount, 12);
    });
  });

  test("tells ways apart by as many touches as its order says", () => {
    // sms converts after email, never after push: the first order cannot see that
    const given = [one([email, sms], 10), one([push, sms], 0, 10)];
    const effects = ([1, 2] as const).map((order) => markov(given, 3, order).removalEffect);
    expect(effects[0]?.[push]).toBeCloseTo(0.5, 12);
    expect(effects[1]?.[push]).toBe(0);
    expect(effects[1]?.[email]).toBeCloseTo(1, 12);
  });

  test("takes a channel that comes again for one, at the first order", () => {
    const given = [one([email, email, email, sms], 3, 2), one([sms, sms, push], 1, 4)];
    const once = [one([email, sms], 3, 2), one([sms, push], 1, 4)];
    expect(markov(given, 3, 1)).toEqual(markov(once, 3, 1));
  });

  // the states of the R package ChannelAttribution: windows of so many touches, a shorter journey is one state
  test.each([1, 2, 3] as const)(
    "order %d solves the same system as elimination over windows of touches",
    (order) => {
      fc.assert(
        fc.property(journeys, (given) => {
          const { removalEffect } = markov(given, CHANNELS, order);
          const all = eliminated(given, order, null);
          for (const [channel, effect] of removalEffect.entries())
            expect(effect).toBeCloseTo(1 - eliminated(given, order, channel) / all, 10);
        }),
        { numRuns: 40 },
      );
    },
  );
});

/** P(conversion) without a channel, by Gauss–Jordan elimination. */
function eliminated(given: readonly Journey[], order: number, without: number | null): number {
  const paths = given.map(({ touches, ...ends }) => ({ ...ends, states: ["", ...windows(touches, order)] }));
  const states = [...new Set(paths.flatMap((path) => path.states))];
  const size = states.length;
  const weights = states.map(() => new Array<number>(size + 2).fill(0));
  const count = (from: string, to: number, n: number) => {
    const row = weights[states.indexOf(from)];
    if (row !== undefined) row[to] = (row[to] ?? 0) + n;
  };
  for (const path of paths) {
    for (const [i, from] of path.states.slice(0, -1).entries())
      count(from, states.indexOf(path.states[i + 1] ?? ""), path.conversions + path.nulls);
    count(path.states.at(-1) ?? "", size, path.conversions);
    count(path.states.at(-1) ?? "", size + 1, path.nulls);
  }
  const system = weights.map((row, state) => {
    const total = sum(row);
    const isGone = total === 0 || states[state]?.split(" ").includes(String(without));
    const moves = row.slice(0, size).map((n, to) => (state === to ? 1 : 0) - (isGone ? 0 : n / total));
    return [...moves, isGone ? 0 : (row[size] ?? 0) / total];
  });
  for (let pivot = 0; pivot < size; pivot++) {
    const own = system[pivot] ?? [];
    const scaled = own.map((value) => value / (own[pivot] ?? 1));
    system.forEach((row, i) => {
      const factor = row[pivot] ?? 0;
      system[i] = i === pivot ? scaled : row.map((value, j) => value - factor * (scaled[j] ?? 0));
    });
  }
  return system[0]?.[size] ?? Number.NaN;
}

function windows(touches: readonly number[], order: number): string[] {
  const count = Math.max(1, touches.length - order + 1);
  return Array.from({ length: count }, (_, i) => touches.slice(i, i + order).join(" "));
}
