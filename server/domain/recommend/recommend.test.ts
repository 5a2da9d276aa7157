import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { alsoBought, alsoBoughtFor } from "./also-bought";
import { type BoughtItems, boughtItems } from "./bought-items";
import { hitRate, pairedDifference, trialsOf } from "./hit-rate";
import { buyersOf, byPopularity, popularFor } from "./popularity";
import { popularityBySegment } from "./popularity-by-segment";

const bought = (items: number, ...byCustomer: readonly (readonly number[])[]): BoughtItems => ({
  items,
  byCustomer: byCustomer.map((own) => Int32Array.from(own)),
});
const ITEMS = 12;
const shops = fc
  .array(fc.uniqueArray(fc.nat(ITEMS - 1), { maxLength: 8 }), { minLength: 1, maxLength: 30 })
  .map((byCustomer) => bought(ITEMS, ...byCustomer));

test("rows become sets by customer", () => {
  const found = boughtItems(
    3,
    9,
    Int32Array.of(0, 0, 1, 0, 2),
    Int32Array.of(4, 5, 4, 4, 8),
    (row) => row < 4,
  );
  expect(found).toEqual(bought(9, [4, 5], [4], []));
});

describe("popularity", () => {
  const shop = bought(5, [0, 1], [1, 2], [1, 0], [3]);

  test("ranks by the number of buyers, and leaves out what nobody bought", () => {
    expect([...byPopularity(buyersOf(shop))]).toEqual([1, 0, 2, 3]);
  });

  test("shows a customer nothing that is bought already", () => {
    const ranking = byPopularity(buyersOf(shop));
    expect([...popularFor(ranking, Int32Array.of(1), 2)]).toEqual([0, 2]);
  });

  test("within a segment its own come first, then everybody's", () => {
    const rankings = popularityBySegment(shop, (customer) =>
      customer === 0 ? null : customer === 3 ? "b" : "a",
    );
    expect([...(rankings.get("a") ?? [])]).toEqual([1, 0, 2, 3]);
    expect([...(rankings.get("b") ?? [])]).toEqual([3, 1, 0, 2]);
    expect([...(rankings.get(null) ?? [])]).toEqual([1, 0, 2, 3]);
  });

  test("every segment ranks all items that were sold, each once", () => {
    fc.assert(
      fc.property(shops, fc.array(fc.constantFrom("a", "b", null)), (shop, names) => {
        const all = [...byPopularity(buyersOf(shop))].sort();
        for (const ranking of popularityBySegment(shop, (customer) => names[customer] ?? null).values())
          expect([...ranking].sort()).toEqual(all);
      }),
    );
  });
});

describe("also bought", () => {
  // by hand: item 0 and 1 have two common buyers of two items each, so 2 × 1/2 over the length 1 of each, times 2 / 12
  test("similarity is the cosine of unit rows, shrunk by common buyers", () => {
    const model = alsoBought(bought(3, [0, 1], [0, 1], [2]));
    expect([...(model.neighbours[0] ?? [])]).toEqual([1]);
    expect(model.similarities[0]?.[0]).toBeCloseTo(2 / 12, 12);
    expect(model.neighbours[2]).toHaveLength(0);
  });

  test("is symmetric, between 0 and 1, and never the item itself", () => {
    fc.assert(
      fc.property(shops, (shop) => {
        const { neighbours, similarities } = alsoBought(shop);
        const similarity = (one: number, other: number) => {
          const place = neighbours[one]?.indexOf(other) ?? -1;
          return place < 0 ? 0 : (similarities[one]?.[place] ?? 0);
        };
        for (let one = 0; one < ITEMS; one++)
          for (let other = 0; other < ITEMS; other++) {
            expect(similarity(one, other)).toBeCloseTo(similarity(other, one), 12);
            expect(similarity(one, other)).toBeLessThanOrEqual(1);
            if (one === other) expect(similarity(one, other)).toBe(0);
          }
      }),
    );
  });

  test("recommends at most k, each once, nothing that is bought already", () => {
    fc.assert(
      fc.property(shops, fc.integer({ min: 1, max: 6 }), (shop, k) => {
        const model = alsoBought(shop);
        for (const own of shop.byCustomer) {
          const shown = alsoBoughtFor(model, own, k);
          expect(shown.length).toBeLessThanOrEqual(k);
          expect(new Set(shown).size).toBe(shown.length);
          for (const item of shown) expect(own.includes(item)).toBe(false);
        }
      }),
    );
  });

  test("finds what goes together where popularity cannot (seed 8)", () => {
    // ten tastes of ten items each; customers buy within theirs, and now and then what is in everybody's mouth
    const random = momentFor(0, 8, 1, 0).random;
    const drawn = (taste: number, count: number) =>
      Array.from({ length: count }, () =>
        random() < 0.3 ? 100 + Math.floor(3 * random()) : taste * 10 + Math.floor(10 * random()),
      );
    const customers = Array.from({ length: 400 }, (_, i) => i % 10);
    const sets = (count: number) =>
      bought(103, ...customers.map((taste) => [...new Set(drawn(taste, count))]));
    const before = sets(6);
    const trials = trialsOf(before, sets(4));
    const model = alsoBought(before);
    const ranking = byPopularity(buyersOf(before));
    const ownOf = (customer: number) => before.byCustomer[customer] ?? new Int32Array();
    const found = hitRate(trials, (customer) => alsoBoughtFor(model, ownOf(customer), 5));
    const popular = hitRate(trials, (customer) => popularFor(ranking, ownOf(customer), 5));
    expect(found && popular && pairedDifference(found, popular)?.low).toBeGreaterThan(0.2);
  });
});

describe("hit rate", () => {
  test("asks those who had bought before and later bought something new", () => {
    const before = bought(6, [0, 1], [], [2], [3]);
    const after = bought(6, [1, 4], [5], [2], [5, 0]);
    expect(trialsOf(before, after)).toEqual([
      { customer: 0, later: new Set([4]) },
      { customer: 3, later: new Set([5, 0]) },
    ]);
  });

  test("is the share of them who bought one of the items shown", () => {
    const trials = [
      { customer: 0, later: new Set([4]) },
      { customer: 3, later: new Set([5, 0]) },
    ];
    const found = hitRate(trials, () => Int32Array.of(0, 1));
    expect(found?.rate.value).toBe(0.5);
    expect(found?.hits).toEqual([false, true]);
    expect(hitRate([], () => Int32Array.of(1))).toBeNull();
  });

  test("differences are judged customer by customer", () => {
    const rateOf = (hits: readonly boolean[]) => ({ rate: { value: 0, low: 0, high: 1 }, hits });
    const difference = pairedDifference(
      rateOf([true, true, false, true]),
      rateOf([true, false, false, false]),
    );
    // by hand: differences 0, 1, 0, 1; mean 0.5, variance 1/3, standard error √(1/12)
    expect(difference?.value).toBe(0.5);
    expect(difference?.high).toBeCloseTo(0.5 + 1.959963984540054 * Math.sqrt(1 / 12), 12);
    expect(pairedDifference(rateOf([true]), rateOf([true]))).toBeNull();
  });
});
