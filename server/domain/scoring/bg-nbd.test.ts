import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BgNbd, expectedPurchases, type History, probabilityAlive, purchasesIfAlive } from "./bg-nbd";

/** Fader, Hardie & Lee 2005, table 2. */
const CDNOW: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
const of = (frequency: number, recency: number, age: number): History => ({ frequency, recency, age });

// equation 10 of Fader, Hardie & Lee 2005 with 40 digits (mpmath 1.3.0, hyp2f1); the first is their worked example, 1.226
test.each([
  {
    model: CDNOW,
    history: of(2, 30.43, 38.86),
    horizon: 39,
    expected: 1.2260281747671444,
    alive: 0.7265785700806729,
  },
  { model: CDNOW, history: of(0, 0, 38.86), horizon: 39, expected: 0.19509805201126265, alive: 1 },
  {
    model: CDNOW,
    history: of(26, 30.86, 31),
    horizon: 39,
    expected: 20.74972614085729,
    alive: 0.9689156497175251,
  },
  { model: CDNOW, history: of(0, 0, 0), horizon: 520, expected: 4.97461786184965, alive: 1 },
  {
    model: { r: 1.5, alpha: 10, a: 1.0000001, b: 2 },
    history: of(3, 20, 25),
    horizon: 10,
    expected: 0.7613306868927735,
    alive: 0.666548660967974,
  },
  {
    model: { r: 0.7, alpha: 3, a: 0.2, b: 0.1 },
    history: of(0, 0, 5),
    horizon: 5,
    expected: 0.334586944419389,
    alive: 1,
  },
  {
    model: { r: 2, alpha: 8, a: 12, b: 400 },
    history: of(300, 95, 100),
    horizon: 52,
    expected: 0.0019876366083229815,
    alive: 3.533037845246828e-5,
  },
  {
    model: { r: 0.5, alpha: 4, a: 0.8, b: 2.5 },
    history: of(1200, 990, 1000),
    horizon: 1e-6,
    expected: 1.0749113747860623e-8,
    alive: 0.008989679472840717,
  },
  {
    model: { r: 0.9, alpha: 1, a: 0.5, b: 30 },
    history: of(5, 2, 3),
    horizon: 10_000,
    expected: 1235.4802784120254,
    alive: 0.9256824057548984,
  },
  {
    model: { r: 0.5, alpha: 4, a: 3, b: 2.5 },
    history: of(3000, 2990, 3000),
    horizon: 4000,
    expected: 52.99154729225127,
    alive: 0.04324127423349453,
  },
])("$history over $horizon: $expected purchases", ({ model, history, horizon, expected, alive }) => {
  expect(Math.abs(probabilityAlive(model, history) / alive - 1)).toBeLessThan(1e-11);
  expect(Math.abs(expectedPurchases(model, history, horizon) / expected - 1)).toBeLessThan(1e-11);
});

const parameter = fc.double({ min: 0.02, max: 20, noNaN: true });
const models = fc.record({ r: parameter, alpha: parameter, a: parameter, b: parameter });
const histories = fc
  .tuple(
    fc.integer({ min: 0, max: 60 }),
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0.1, max: 200, noNaN: true }),
  )
  .map(([x, share, age]) => of(x, x === 0 ? 0 : share * age, age));

describe("for any customer", () => {
  test("alive is a probability, the lower the longer the silence", () => {
    fc.assert(
      fc.property(models, histories, (model, history) => {
        const alive = probabilityAlive(model, history);
        const later = probabilityAlive(model, { ...history, age: history.age + 10 });
        expect(alive).toBeGreaterThanOrEqual(0);
        expect(alive).toBeLessThanOrEqual(1);
        expect(later).toBeLessThanOrEqual(alive * (1 + 1e-12));
      }),
    );
  });

  test("purchases grow with the horizon, ever more slowly, and never beyond those of one who cannot leave", () => {
    fc.assert(
      fc.property(models, histories, (model, history) => {
        const [near, mid, far] = [10, 20, 30].map((weeks) => purchasesIfAlive(model, history, weeks));
        const forever = (20 * (model.r + history.frequency)) / (model.alpha + history.age);
        expect(mid).toBeGreaterThanOrEqual((near ?? 0) * (1 - 1e-12));
        expect((far ?? 0) - (mid ?? 0)).toBeLessThanOrEqual((mid ?? 0) - (near ?? 0) + 1e-9 * (far ?? 0));
        expect(mid).toBeLessThanOrEqual(forever * (1 + 1e-12));
      }),
    );
  });

  test("nothing is bought in no time", () => {
    expect(purchasesIfAlive(CDNOW, of(2, 3, 4), 0)).toBe(0);
  });
});
