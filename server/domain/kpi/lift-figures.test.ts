import { describe, expect, test } from "vitest";
import { liftFigures } from "./lift-figures";

const arm = (people: number, buyers: number, each = 1000) => ({
  people,
  amounts: Array.from({ length: buyers }, (_, i) => each + i),
});

describe("says what is missing", () => {
  test.each([
    {
      treated: arm(100, 20),
      heldOut: arm(29, 15),
      what: "people held out of this campaign only",
      has: 29,
      needs: 30,
    },
    { treated: arm(10, 5), heldOut: arm(60, 5), what: "the treated people", has: 10, needs: 30 },
    { treated: arm(90, 50), heldOut: arm(60, 0), what: "held-out people with an order", has: 0, needs: 10 },
    { treated: arm(90, 9), heldOut: arm(60, 10), what: "treated people with an order", has: 9, needs: 10 },
  ])("$what: $has of $needs", ({ treated, heldOut, what, has, needs }) => {
    const { perPerson, perTouch } = liftFigures({ treated, heldOut }, 80, "campaign");
    expect(perPerson).toEqual({ kind: "missing", what, has, needs });
    expect(perTouch).toEqual(perPerson);
  });

  test("no touches, nothing per touch", () => {
    expect(liftFigures({ treated: arm(100, 20), heldOut: arm(100, 20) }, 0, "alone").perTouch).toMatchObject({
      kind: "missing",
      what: "touches",
    });
  });
});

test("per touch is per person times the treated, shared out over the touches", () => {
  const { perPerson, perTouch, treated } = liftFigures(
    { treated: arm(200, 80), heldOut: arm(50, 10) },
    400,
    "company",
  );
  if (perPerson.kind !== "known" || perTouch.kind !== "known") throw new Error("there is enough data");
  expect(perTouch.value).toBeCloseTo(perPerson.value / 2, 10);
  expect(perTouch.low).toBeCloseTo(perPerson.low / 2, 10);
  expect(perTouch.high).toBeCloseTo(perPerson.high / 2, 10);
  expect(treated.perPersonMinor).toBeCloseTo((80 * 1000 + (79 * 80) / 2) / 200, 10);
});
