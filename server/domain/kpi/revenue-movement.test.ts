import { describe, expect, test } from "vitest";
import { type RevenueParts, revenueMovement } from "./revenue-movement";

const before: RevenueParts = {
  people: 1000,
  touches: 4000,
  clickers: 120,
  buyers: 25,
  orders: 30,
  items: 60,
  revenueMinor: 180_000,
};
const now: RevenueParts = {
  people: 1200,
  touches: 4200,
  clickers: 160,
  buyers: 36,
  orders: 40,
  items: 90,
  revenueMinor: 260_000,
};
const added = (factors: readonly { added: number }[]) => factors.reduce((sum, one) => sum + one.added, 0);

describe("revenueMovement", () => {
  test("conversion, spend and touches add up to the change, their parts to them", () => {
    const found = revenueMovement(before, now);
    if (found === null) throw new Error("both periods have revenue");
    expect(found.now).toBeCloseTo(260_000 / 4200, 10);
    expect(added(found.factors)).toBeCloseTo(found.now - found.before, 10);
    for (const factor of found.factors)
      if (factor.parts.length > 0) expect(added(factor.parts)).toBeCloseTo(factor.added, 10);
    expect(found.factors.map(({ key }) => key)).toEqual(["conversion", "spendPerBuyer", "touchesPerPerson"]);
    // 3.5 touches a person after 4: fewer touches add
    expect(found.factors[2]).toMatchObject({ before: 4, now: 3.5, added: expect.any(Number) });
    expect(found.factors[2]?.added).toBeGreaterThan(0);
  });

  test("without clicks or order lines the parts that need them are left out", () => {
    const found = revenueMovement({ ...before, clickers: 0 }, { ...now, items: 0 });
    expect(found?.factors[0]?.parts).toEqual([]);
    expect(found?.factors[1]?.parts.map(({ key }) => key)).toEqual(["ordersPerBuyer", "orderValue"]);
  });

  test.each([
    { what: "touches", parts: { ...before, touches: 0 } },
    { what: "revenue", parts: { ...before, buyers: 0, orders: 0, items: 0, revenueMinor: 0 } },
  ])("no $what before, nothing to share out", ({ parts }) => {
    expect(revenueMovement(parts, now)).toBeNull();
  });
});
