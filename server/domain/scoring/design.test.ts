import fc from "fast-check";
import { expect, test } from "vitest";
import { designOf, everyNth, learnDesign } from "./design";
import type { TableColumn } from "./table-column";

const numbers = (name: string, values: readonly number[]): TableColumn => ({
  kind: "number",
  name,
  values: Float64Array.from(values),
});
const words = (name: string, levels: string[], codes: readonly number[]): TableColumn => ({
  kind: "word",
  name,
  levels,
  codes: Int32Array.from(codes),
});
const rows = (count: number) => Array.from({ length: count }, (_, i) => i);

test("a long tail brings its logarithm, whatever the unit", () => {
  const values = rows(200).map((i) => Math.exp((i % 40) / 8));
  const [pounds, pence] = [1, 100].map((unit) => {
    const column = numbers(
      "spent",
      values.map((value) => value * unit),
    );
    const rule = learnDesign([column], rows(200));
    expect(rule.names).toEqual(["spent", "log of spent"]);
    return designOf(rule, [column], rows(200)).numbers;
  });
  for (const [i, value] of pounds?.entries() ?? []) expect(pence?.[i]).toBeCloseTo(value, 9);
});

test("no logarithm of what may lie below 0, is even, or where it is not wanted", () => {
  const even = numbers("even", rows(100));
  const signed = numbers(
    "signed",
    rows(100).map((i) => (i === 0 ? -1 : Math.exp(i / 10))),
  );
  const long = numbers(
    "long",
    rows(100).map((i) => Math.exp(i / 10)),
  );
  expect(learnDesign([even, signed], rows(100)).names).toEqual(["even", "signed"]);
  expect(learnDesign([long], rows(100), { logs: false }).names).toEqual(["long"]);
});

test("marks name the level of each row; rare, new and unmarked missing ones none", () => {
  const column = words("c", ["a", "b", "rare"], [...new Array(20).fill(0), ...new Array(15).fill(1), 2, -1]);
  const rule = learnDesign([column], rows(37));
  expect(rule.names).toEqual(["c = a", "c = b"]);
  const asked = words("c", ["b", "other", "a"], [0, 1, 2, -1]);
  expect([...designOf(rule, [asked], rows(4)).marks]).toEqual([1, -1, 0, -1]);
});

test("a column that is not there, or is of another kind, is missing", () => {
  const known = [numbers("x", [1, Number.NaN, 3]), words("w", ["a", "b"], [0, 1, -1])];
  const rule = learnDesign(known, rows(3));
  const design = designOf(rule, [words("x", ["1"], [0])], [0]);
  expect([...design.numbers]).toEqual([0]);
  expect([...design.marks]).toEqual([rule.names.indexOf("x is missing"), -1]);
});

test("however many levels columns have, features stay few and go to the most frequent", () => {
  const columns = rows(20).map((c) =>
    words(
      `c${c}`,
      rows(200).map(String),
      rows(4000).map((i) => (i * (c + 1)) % 200),
    ),
  );
  const rule = learnDesign(columns, rows(4000));
  expect(rule.width).toBeLessThanOrEqual(400);
  expect(learnDesign(columns.slice(0, 2), rows(4000)).width).toBeGreaterThan(100);
});

test("every n-th row is the design of every n-th row", () => {
  const cell = fc.option(fc.double({ min: 0, max: 9, noNaN: true }), { nil: Number.NaN });
  const table = fc.array(fc.tuple(cell, fc.integer({ min: -1, max: 2 })), { minLength: 2, maxLength: 30 });
  fc.assert(
    fc.property(table, fc.integer({ min: 1, max: 4 }), (cells, n) => {
      const columns = [
        numbers(
          "x",
          cells.map(([x]) => x),
        ),
        words(
          "w",
          ["a", "b", "c"],
          cells.map(([, w]) => w),
        ),
      ];
      const all = rows(cells.length);
      const rule = learnDesign(columns, all);
      const chosen = all.filter((i) => i % n === 0);
      expect(everyNth(designOf(rule, columns, all), n)).toEqual(designOf(rule, columns, chosen));
    }),
  );
});
