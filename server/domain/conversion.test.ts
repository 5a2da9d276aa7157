import fc from "fast-check";
import { expect, test } from "vitest";
import { expectedConversion } from "./conversion";
import { ACTIONS } from "./goal";

const none = { tries: 0, conversions: 0 };

test("before any data the priors hold: an offer moves most, and every action something", () => {
  const uplifts = ACTIONS.map((action) => expectedConversion(action, none, none).uplift);
  expect(Math.max(...uplifts)).toBe(expectedConversion("offer", none, none).uplift);
  expect(Math.min(...uplifts)).toBeGreaterThan(0);
});

test("much data outweighs the prior", () => {
  const { rate, uplift } = expectedConversion(
    "message",
    { tries: 100_000, conversions: 8000 },
    { tries: 100_000, conversions: 5000 },
  );
  expect(rate).toBeCloseTo(0.08, 3);
  expect(uplift).toBeCloseTo(0.03, 3);
});

test("an action that does worse than nothing has no uplift", () => {
  expect(
    expectedConversion("nudge", { tries: 5000, conversions: 10 }, { tries: 5000, conversions: 400 }).uplift,
  ).toBe(0);
});

test("rates are probabilities, and more conversions never lower them", () => {
  const tally = fc
    .nat(5000)
    .chain((tries) => fc.record({ tries: fc.constant(tries + 1), conversions: fc.nat(tries) }));
  fc.assert(
    fc.property(fc.constantFrom(...ACTIONS), tally, tally, (action, treated, control) => {
      const { rate, uplift } = expectedConversion(action, treated, control);
      expect(rate).toBeGreaterThan(0);
      expect(rate).toBeLessThan(1);
      expect(uplift).toBeGreaterThanOrEqual(0);
      expect(uplift).toBeLessThan(rate);
      const more = { ...treated, conversions: treated.conversions + 1 };
      expect(expectedConversion(action, more, control).rate).toBeGreaterThan(rate);
    }),
  );
});
