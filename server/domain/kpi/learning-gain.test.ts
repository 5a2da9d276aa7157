import { describe, expect, test } from "vitest";
import { learningGain } from "./learning-gain";

const month = (month: string, touches: number, revenueMinor: number, orders = 10) => ({
  month,
  touches,
  orders,
  revenueMinor,
});

describe("learningGain", () => {
  test("from 50 to 60.5 minor units in two months is 10 % a month", () => {
    const found = learningGain([month("2025-12", 100, 5000), month("2026-02", 200, 12_100)]);
    expect(found).toMatchObject({ kind: "known", value: expect.closeTo(0.1, 10) });
  });

  test("falling from 60 to 46.62 in a month is a loss of 22.3 %", () => {
    const found = learningGain([month("2026-01", 100, 6000), month("2026-02", 100, 4662)]);
    expect(found).toMatchObject({ kind: "known", value: expect.closeTo(-0.223, 10) });
  });

  test.each([
    { months: [], why: "there is none" },
    { months: [month("2026-01", 500, 1)], why: "there is one" },
    { months: [month("2026-01", 99, 1), month("2026-02", 500, 1)], why: "there is one" },
    { months: [month("2026-01", 500, 1, 9), month("2026-02", 500, 1)], why: "there is one" },
    { months: [month("2026-01", 100, 0), month("2026-02", 500, 1)], why: "no attributed revenue" },
  ])("says what is missing: $why", ({ months, why }) => {
    expect(learningGain(months)).toMatchObject({ kind: "missing", why: expect.stringContaining(why) });
  });
});
