import { expect, test } from "vitest";
import { dayLine } from "./day-line";

const sides = [
  { day: "2026-03-01", part: 1, whole: 4 },
  { day: "2026-03-03", part: 6, whole: 3 },
];

test("a point a day, empty days included", () => {
  expect(dayLine(sides, "2026-03-01", "2026-03-04")).toEqual([0.25, null, 2, null]);
});

test("a long period keeps to thirty points, each over the sums of its days", () => {
  const line = dayLine(sides, "2026-03-01", "2026-05-29");
  expect(line).toHaveLength(30);
  expect(line[0]).toBe(1);
  expect(line[1]).toBeNull();
});
