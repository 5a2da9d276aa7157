import { expect, test } from "vitest";
import { lineName } from "./line-label";
import type { TrendSeries } from "./trend-rows";

const flat = (key: string, y: number): TrendSeries => ({
  key,
  label: key,
  tone: "treated",
  points: Array.from({ length: 10 }, (_, x) => ({ x, y })),
});

test.each([
  { treated: 90, heldOut: 60, above: [true, false], because: "the lower name stands below its line" },
  { treated: 90, heldOut: 0, above: [true, true], because: "below a line at zero stand the days" },
  { treated: 40, heldOut: 90, above: [false, true], because: "whichever arm is the higher" },
])("$because", ({ treated, heldOut, above }) => {
  const all = [flat("treated", treated), flat("heldOut", heldOut)];
  expect(all.map((one) => lineName(one, all).above)).toEqual(above);
});
