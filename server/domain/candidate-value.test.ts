import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { candidateValue, type PricedArm } from "./candidate-value";
import { type Offer, offer } from "./settings/configuration";
import { DAY_MS } from "./time";

const now = Date.UTC(2026, 5, 1);
const tenPercent = offer.parse({ id: "ten", title: "Ten", kind: "percent", value: 10, goals: ["win-back"] });
const arm: PricedArm = {
  offer: tenPercent,
  isForSegment: true,
  conversion: { rate: 0.03, uplift: 0.015 },
  margin: 0.4,
  touchCostMinor: 0.1,
  stockLeft: null,
};
const customer = { orderMinor: 5000, givenMs: null };

describe("what a candidate is worth", () => {
  test("uplift × margin × order − rate × cost × price − touch", () => {
    // 0.015 × 0.4 × 5000 = 30; 0.03 × 500 × 1 = 15; 0.1
    expect(candidateValue(arm, customer, now)).toEqual({ scoreMinor: 14.9, refused: null });
    const free = { ...arm, offer: { ...tenPercent, budgetPrice: 0 } };
    expect(candidateValue(free, customer, now).scoreMinor).toBe(29.9);
    expect(candidateValue({ ...arm, offer: null }, customer, now).scoreMinor).toBe(29.9);
  });

  type Case = {
    arm?: Partial<PricedArm>;
    offer?: Partial<Offer>;
    order?: number;
    given?: number;
    because: string;
  };
  test.each<Case & { refused: string | null }>([
    { refused: null, because: "nothing speaks against it" },
    { arm: { isForSegment: false }, refused: "offer.segment", because: "not for this segment" },
    { arm: { stockLeft: 0 }, refused: "offer.stock", because: "none left" },
    { arm: { stockLeft: 1 }, refused: null, because: "one left" },
    { given: 59, refused: "offer.cool-down", because: "given 59 days ago, cool-down 60" },
    { given: 60, refused: null, because: "given exactly 60 days ago" },
    { given: -1, refused: "offer.cool-down", because: "promised for tomorrow" },
    { offer: { minMargin: 0.31 }, refused: "offer.margin", because: "0.30 would remain, 0.31 must" },
    { offer: { minMargin: 0.3 }, refused: null, because: "exactly enough remains" },
    { order: 0, refused: "offer.margin", because: "an order of nothing has no margin" },
    { offer: { kind: "percent", value: 39 }, refused: "value.none", because: "it costs more than it brings" },
  ])("$because", ({ arm: other, offer: terms, order, given, refused }) => {
    const whole = { ...arm, ...other, offer: { ...tenPercent, ...terms } };
    const about = {
      orderMinor: order ?? customer.orderMinor,
      givenMs: given === undefined ? null : now - given * DAY_MS,
    };
    expect(candidateValue(whole, about, now).refused).toBe(refused);
  });

  test("a message that earns nothing is refused too", () => {
    const dull = { ...arm, offer: null, conversion: { rate: 0.02, uplift: 0 } };
    expect(candidateValue(dull, customer, now)).toEqual({ scoreMinor: -0.1, refused: "value.none" });
  });

  test("is a finite number whatever the order, and a dearer budget never raises it", () => {
    fc.assert(
      fc.property(
        fc.nat(10_000_000),
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.constantFrom<Offer["kind"]>("percent", "amount", "free-shipping"),
        (orderMinor, price, kind) => {
          const at = (budgetPrice: number) =>
            candidateValue(
              { ...arm, offer: { ...tenPercent, kind, budgetPrice } },
              { orderMinor, givenMs: null },
              now,
            );
          expect(Number.isFinite(at(price).scoreMinor)).toBe(true);
          expect(at(price + 1).scoreMinor).toBeLessThanOrEqual(at(price).scoreMinor);
        },
      ),
    );
  });
});
