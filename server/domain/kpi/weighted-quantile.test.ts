import { expect, test } from "vitest";
import { weightedQuantile } from "./weighted-quantile";

const batches = [
  { value: 900, weight: 94 },
  { value: 100, weight: 1 },
  { value: 5000, weight: 5 },
];

test.each([
  { share: 0.5, value: 900 },
  { share: 0.01, value: 100 },
  { share: 0.95, value: 900 },
  { share: 0.951, value: 5000 },
  { share: 1, value: 5000 },
])("$share of the cases stay within $value", ({ share, value }) => {
  expect(weightedQuantile(batches, share)).toBe(value);
});

test("no case, no quantile", () => {
  expect(weightedQuantile([], 0.5)).toBeNull();
  expect(weightedQuantile([{ value: 3, weight: 0 }], 0.5)).toBeNull();
});
