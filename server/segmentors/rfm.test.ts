import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BLANK_FACTS } from "@/server/domain/blank-facts";
import { DAY_MS } from "@/server/domain/time";
import { rfm } from "./rfm";

const now = Date.UTC(2026, 5, 1);
const population = {
  buyers: 1000,
  silenceDaysCuts: [30, 60, 120, 240],
  ordersCuts: [1, 2, 4, 8],
  spendMinorCuts: [2000, 5000, 10_000, 30_000],
  averageOrderMinor: 3000,
  margin: null,
};
const assign = (silence: number, orders: number, spendMinor: number, settings: object = {}) =>
  rfm.prepare(settings, population)(
    { ...BLANK_FACTS, lastOrderMs: now - silence * DAY_MS, orders, spendMinor },
    now,
  );

describe("recency, frequency and value", () => {
  test.each([
    { silence: 10, orders: 9, spend: 40_000, segment: "champions", because: "the last fifth in all three" },
    {
      silence: 60,
      orders: 5,
      spend: 12_000,
      segment: "champions",
      because: "recency 4, worth 4, on the cut points",
    },
    { silence: 61, orders: 9, spend: 40_000, segment: "loyal", because: "a day more: recency 3" },
    { silence: 10, orders: 3, spend: 6000, segment: "loyal", because: "recent, worth 3" },
    {
      silence: 121,
      orders: 9,
      spend: 40_000,
      segment: "at-risk",
      because: "the best, silent for four months",
    },
    {
      silence: 900,
      orders: 3,
      spend: 6000,
      segment: "at-risk",
      because: "worth 3, in the last fifth by silence",
    },
    { silence: 10, orders: 1, spend: 1000, segment: "promising", because: "one small order, lately" },
    {
      silence: 100,
      orders: 1,
      spend: 1000,
      segment: "needs-attention",
      because: "one small order, recency 3",
    },
    { silence: 200, orders: 1, spend: 1000, segment: "hibernating", because: "recency 2" },
    { silence: 241, orders: 2, spend: 3000, segment: "lost", because: "recency 1, worth 2" },
  ])("$segment: $because", ({ silence, orders, spend, segment }) => {
    expect(assign(silence, orders, spend)).toBe(segment);
  });

  test("frequency and value are averaged, half goes up", () => {
    // frequency 2 (two orders), value 3: 2.5 becomes 3
    expect(assign(10, 2, 6000)).toBe("loyal");
    // frequency 2, value 2
    expect(assign(10, 2, 5000)).toBe("promising");
  });

  test("whoever has never ordered has no segment", () => {
    expect(rfm.prepare({}, population)(BLANK_FACTS, now)).toBeNull();
  });

  test("settings move the borders", () => {
    expect(assign(61, 9, 40_000, { recentFrom: 3 })).toBe("champions");
    expect(assign(10, 3, 6000, { valuableFrom: 4 })).toBe("promising");
    expect(() => assign(10, 1, 1000, { bestFrom: 6 })).toThrow();
  });

  test("everybody with an order has a segment", () => {
    fc.assert(
      fc.property(
        fc.nat(2000),
        fc.integer({ min: 1, max: 500 }),
        fc.nat(10_000_000),
        (silence, orders, spend) => {
          expect(assign(silence, orders, spend)).not.toBeNull();
        },
      ),
    );
  });
});
