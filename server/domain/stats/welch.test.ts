import { expect, test } from "vitest";
import { sampleOf } from "./sample";
import { welch } from "./welch";

test("Student's sleep data, as in R's help page of t.test: t.test(extra ~ group, data = sleep)", () => {
  const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0];
  const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
  const found = welch(sampleOf(10, first), sampleOf(10, second));
  expect(found?.value).toBeCloseTo(-1.58, 10);
  expect(found?.degrees).toBeCloseTo(17.776, 3);
  expect(found?.low).toBeCloseTo(-3.3654832, 6);
  expect(found?.high).toBeCloseTo(0.2054832, 6);
});

test("an arm of one person, or arms in which nothing varies, have no interval", () => {
  expect(welch(sampleOf(1, [3]), sampleOf(10, [1, 2]))).toBeNull();
  expect(welch(sampleOf(10, []), sampleOf(10, []))).toBeNull();
});
