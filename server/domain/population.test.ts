import { expect, test } from "vitest";
import { fifthOf } from "./population";

test.each([
  { value: 5, cuts: [10, 20, 30, 40], fifth: 1 },
  { value: 10, cuts: [10, 20, 30, 40], fifth: 1 },
  { value: 10.1, cuts: [10, 20, 30, 40], fifth: 2 },
  { value: 41, cuts: [10, 20, 30, 40], fifth: 5 },
  { value: 2, cuts: [1, 1, 2, 4], fifth: 3 },
  { value: 7, cuts: [], fifth: 1 },
])("$value among $cuts is in fifth $fifth", ({ value, cuts, fifth }) => {
  expect(fifthOf(value, cuts)).toBe(fifth);
});
