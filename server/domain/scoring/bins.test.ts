import fc from "fast-check";
import { expect, test } from "vitest";
import { binCount, binTable, learnBins, missingBin } from "./bins";
import type { TableColumn } from "./table-column";

const numbers = (values: readonly number[]): TableColumn => ({
  kind: "number",
  name: "x",
  values: Float64Array.from(values),
});
const all = (count: number) => Int32Array.from({ length: count }, (_, i) => i);

test("bins keep the order of numbers, and fit a byte", () => {
  const value = fc.double({ noNaN: true, noDefaultInfinity: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 2, maxLength: 400 }), (values) => {
      const columns = [numbers(values)];
      const features = learnBins(columns, all(values.length));
      fc.pre(features.length > 0);
      expect(Math.max(...features.map(binCount))).toBeLessThanOrEqual(256);
      const { cells } = binTable(features, columns, values.length);
      const order = [...all(values.length)].sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
      for (const [at, row] of order.slice(1).entries())
        expect(cells[row]).toBeGreaterThanOrEqual(cells[order[at] ?? 0] ?? 0);
    }),
  );
});

test("few values have a bin each", () => {
  const values = [0, 1, 2, 3, 3, 3, 2, 1];
  const features = learnBins([numbers(values)], all(8));
  expect([...binTable(features, [numbers(values)], 8).cells]).toEqual(values);
});

test("a frequent value does not use up the bins of the others", () => {
  const values = Array.from({ length: 20_000 }, (_, i) => (i < 10_000 ? 0 : i));
  const features = learnBins([numbers(values)], all(20_000));
  expect(features.map(binCount)[0]).toBeGreaterThan(200);
});

test("words: levels, then missing, then new ones", () => {
  const column: TableColumn = {
    kind: "word",
    name: "w",
    levels: ["a", "b"],
    codes: Int32Array.from([0, 1, 1, -1]),
  };
  const features = learnBins([column], all(4));
  const asked: TableColumn = {
    kind: "word",
    name: "w",
    levels: ["new", "a"],
    codes: Int32Array.from([0, 1, -1]),
  };
  expect([...binTable(features, [asked], 3).cells]).toEqual([3, 1, 2]);
});

test("a column of one value is left out; one that lacks is missing", () => {
  expect(learnBins([numbers([5, 5, 5])], all(3))).toEqual([]);
  const features = learnBins([numbers([1, Number.NaN])], all(2));
  expect([...binTable(features, [], 2).cells]).toEqual(
    features.flatMap((one) => [missingBin(one), missingBin(one)]),
  );
});
