import { expect, test } from "vitest";
import { driftOf, profileOf } from "./drift";
import type { TableColumn } from "./table-column";

const numbers = (values: readonly number[]): TableColumn => ({
  kind: "number",
  name: "x",
  values: Float64Array.from(values),
});
const words = (levels: string[], codes: readonly number[]): TableColumn => ({
  kind: "word",
  name: "w",
  levels,
  codes: Int32Array.from(codes),
});
const rows = (count: number) => Array.from({ length: count }, (_, i) => i);
const ramp = (count: number, from: number) => numbers(rows(count).map((i) => from + i / count));

test("what has not changed has not drifted", () => {
  const column = ramp(1000, 0);
  expect(driftOf(profileOf(column, rows(1000)), column, rows(1000))).toBeCloseTo(0, 9);
  expect(driftOf(profileOf(column, rows(1000)), ramp(500, 0), rows(500))).toBeLessThan(0.01);
});

test("the index of two levels is that of its definition", () => {
  const profile = profileOf(words(["a", "b"], [0, 0, 0, 1]), rows(4));
  const now = words(["b", "a"], [0, 1]);
  // nothing new on either side: that bin counts as half a row in both
  expect(driftOf(profile, now, rows(2))).toBeCloseTo(
    -0.25 * Math.log(0.5 / 0.75) + 0.25 * Math.log(0.5 / 0.25),
    9,
  );
});

test("a shift, missing values and new words show", () => {
  const profile = profileOf(ramp(1000, 0), rows(1000));
  expect(driftOf(profile, ramp(1000, 0.3), rows(1000))).toBeGreaterThan(0.25);
  expect(driftOf(profile, numbers(rows(100).map(() => Number.NaN)), rows(100))).toBeGreaterThan(0.25);
  const word = profileOf(words(["a"], [0, 0, 0]), rows(3));
  expect(driftOf(word, words(["new"], [0, 0, 0]), rows(3))).toBeGreaterThan(0.25);
});

test("without rows nothing is said", () => {
  expect(driftOf(profileOf(ramp(10, 0), rows(10)), ramp(10, 0), [])).toBeNull();
});
