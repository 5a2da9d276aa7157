import fc from "fast-check";
import { expect, test } from "vitest";
import { fifthOf } from "../population";
import { rfmScores } from "../rfm-scores";
import { DAY_MS } from "../time";
import { fifthsOf } from "./fifths-of";

const NOW = Date.parse("2026-03-01T00:00:00Z");
const daysAgo = (days: number) => NOW - days * DAY_MS;

test("cut points are values of buyers, the silence counted from the newest", () => {
  const ten = Array.from({ length: 10 }, (_, i) => i + 1);
  const fifths = fifthsOf({ lastOrderMs: ten.map(daysAgo), orders: ten, spend: ten.map((n) => n * 10) }, NOW);
  // percentile_disc(ARRAY[0.2, 0.4, 0.6, 0.8]) of PostgreSQL 18 over 1 … 10 is {2,4,6,8}; over the days, {9,7,5,3} ago
  expect(fifths).toEqual({
    buyers: 10,
    silenceDaysCuts: [3, 5, 7, 9],
    ordersCuts: [2, 4, 6, 8],
    spendMinorCuts: [20, 40, 60, 80],
  });
});

test("nobody has no fifths", () => {
  expect(fifthsOf({ lastOrderMs: [], orders: [], spend: [] }, NOW)).toMatchObject({
    buyers: 0,
    ordersCuts: [],
  });
});

const buyers = fc.array(fc.tuple(fc.nat(700), fc.integer({ min: 1, max: 40 }), fc.nat(90_000)), {
  minLength: 1,
  maxLength: 80,
});

test("every buyer has three scores, and the order of buyers is kept", () => {
  fc.assert(
    fc.property(buyers, (rows) => {
      const columns = {
        lastOrderMs: rows.map(([days]) => daysAgo(days)),
        orders: rows.map(([, orders]) => orders),
        spend: rows.map(([, , spend]) => spend),
      };
      const fifths = fifthsOf(columns, NOW);
      const scores = rows.map(([days, orders, spendMinor]) =>
        rfmScores({ lastOrderMs: daysAgo(days), orders, spendMinor }, fifths, NOW),
      );
      for (const { recency, frequency, value } of scores)
        for (const score of [recency, frequency, value]) expect([1, 2, 3, 4, 5]).toContain(score);
      const bySpend = [...rows.keys()].sort((a, b) => (columns.spend[a] ?? 0) - (columns.spend[b] ?? 0));
      const valuesInOrder = bySpend.map((i) => scores[i]?.value ?? 0);
      expect(valuesInOrder).toEqual([...valuesInOrder].sort());
    }),
  );
});

test("without ties each fifth holds a fifth of the buyers, give or take one", () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1_000_000), { minLength: 5, maxLength: 200 }), (spend) => {
      const cuts = fifthsOf({ lastOrderMs: spend, orders: spend, spend }, NOW).spendMinorCuts;
      const counts = [1, 2, 3, 4, 5].map(
        (fifth) => spend.filter((value) => fifthOf(value, cuts) === fifth).length,
      );
      for (const count of counts) expect(Math.abs(count - spend.length / 5)).toBeLessThan(1);
    }),
  );
});
