import fc from "fast-check";
import { expect, test } from "vitest";
import { between, countSelected, everything, isSelected, nothing, withRows } from "./row-selection";

test("rows come and go, of some and of all", () => {
  const some = withRows(nothing<number>(), [3, 5], true);
  expect([3, 4, 5].map((id) => isSelected(some, id))).toEqual([true, false, true]);
  expect(countSelected(withRows(some, [5], false), 100)).toBe(1);
  const most = withRows(everything<number>(), [7, 8], false);
  expect([6, 7].map((id) => isSelected(most, id))).toEqual([true, false]);
  expect(countSelected(withRows(most, [8], true), 100)).toBe(99);
  expect(countSelected(most, null)).toBeNull();
});

test("whatever was done before, the last word about a row holds", () => {
  const step = fc.record({ ids: fc.array(fc.integer({ min: 1, max: 9 })), selected: fc.boolean() });
  fc.assert(
    fc.property(fc.boolean(), fc.array(step), (fromAll, steps) => {
      const start = fromAll ? everything<number>() : nothing<number>();
      const end = steps.reduce((now, { ids, selected }) => withRows(now, ids, selected), start);
      for (let id = 1; id <= 9; id++) {
        const last = steps.findLast(({ ids }) => ids.includes(id));
        expect(isSelected(end, id)).toBe(last?.selected ?? fromAll);
      }
    }),
  );
});

test("a range goes both ways", () => {
  expect(between(9, 4)).toEqual([4, 9]);
  expect(between(4, 4)).toEqual([4, 4]);
});
