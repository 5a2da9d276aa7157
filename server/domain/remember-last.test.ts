import { expect, test, vi } from "vitest";
import { isSameList, rememberLast } from "./remember-last";

const counting = (size: number) => {
  const work = vi.fn((numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0));
  return {
    work,
    ask: rememberLast(size, (a: readonly number[], b: readonly number[]) => isSameList(a, b), work),
  };
};

test("the same question is worked out once", () => {
  const { work, ask } = counting(2);
  expect([ask([1, 2]), ask([1, 2]), ask([2, 1])]).toEqual([3, 3, 3]);
  expect(work).toHaveBeenCalledTimes(2);
});

test("who was asked for longest ago is forgotten first", () => {
  const { work, ask } = counting(2);
  for (const numbers of [[1], [2], [1], [3]]) ask(numbers);
  work.mockClear();
  ask([1]);
  expect(work).not.toHaveBeenCalled();
  expect(ask([2])).toBe(2);
  expect(work).toHaveBeenCalledTimes(1);
});

test.each([
  [[], [], true],
  [[1, 2], [1, 2], true],
  [[1, 2], [1], false],
  [[1], [1, 2], false],
  [[1, 2], [2, 1], false],
])("%j and %j are the same: %s", (a, b, expected) => {
  expect(isSameList(a, b)).toBe(expected);
});
