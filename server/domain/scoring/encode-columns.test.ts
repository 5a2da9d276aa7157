import fc from "fast-check";
import { expect, test } from "vitest";
import { encodeRows, learnEncoding } from "./encode-columns";
import type { TextColumn } from "./type-columns";

const encoded = (columns: readonly TextColumn[], rows = columns[0]?.cells.map((_, i) => i) ?? []) => {
  const encoding = learnEncoding(columns, rows);
  return { encoding, numbers: [...encodeRows(encoding, columns, rows)] };
};

test("numbers are standardised: mean 0, deviation 1", () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 3, maxLength: 50 }), (values) => {
      fc.pre(Math.max(...values) - Math.min(...values) > 1);
      const { numbers } = encoded([{ name: "x", cells: values.map(String) }]);
      const mean = numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
      const squares = numbers.reduce((sum, one) => sum + one * one, 0) / numbers.length;
      expect(mean).toBeCloseTo(0, 6);
      expect(squares).toBeCloseTo(1, 6);
    }),
  );
});

test("what is missing stands at the mean and is marked", () => {
  const { encoding, numbers } = encoded([{ name: "x", cells: ["1", "", "3", "NA"] }]);
  expect(encoding.names).toEqual(["x", "x is missing"]);
  expect(numbers).toEqual([-1, 0, 0, 1, 1, 0, 0, 1]);
});

test("words become one column a level, new ones none", () => {
  const cells = ["red", "red", "blue", "blue", "green"];
  const columns = [{ name: "colour", cells }];
  const encoding = learnEncoding(columns, [0, 1, 2, 3]);
  expect(encoding.names).toEqual(["colour = blue", "colour = red"]);
  expect([...encodeRows(encoding, columns, [0, 2, 4])]).toEqual([0, 1, 1, 0, 0, 0]);
});

test("a column of one value says nothing and is left out", () => {
  const { encoding } = encoded([
    { name: "same", cells: ["5", "5", "5"] },
    { name: "word", cells: ["a", "a", "a"] },
    { name: "x", cells: ["1", "2", "3"] },
  ]);
  expect(encoding.names).toEqual(["x"]);
});
