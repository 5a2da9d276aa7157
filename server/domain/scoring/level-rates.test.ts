import { expect, test } from "vitest";
import { momentFor } from "../moment";
import { learnRates, rateColumns } from "./level-rates";
import { auc } from "./metrics";
import type { WordColumn } from "./table-column";

const LEVELS = 40;
const ROWS = 2000;
const levels = Array.from({ length: LEVELS }, (_, i) => `town ${i}`);
const rows = Int32Array.from({ length: ROWS }, (_, i) => i);
const foldOf = Uint8Array.from(rows, (row) => Math.floor(row / LEVELS) % 5);
const column: WordColumn = {
  kind: "word",
  name: "town",
  levels,
  codes: Int32Array.from(rows, (row) => row % LEVELS),
};

function learnt(chanceOf: (level: number) => number) {
  const { random } = momentFor(0, 4, 0, 0);
  const labels = Uint8Array.from(rows, (row) => (random() < chanceOf(row % LEVELS) ? 1 : 0));
  const { rates, columns } = learnRates([column], labels, rows, foldOf, 5);
  return { labels, rates, values: columns[0]?.values ?? new Float64Array(0) };
}

test("levels that differ get rates that tell", () => {
  const { labels, values, rates } = learnt((level) => 0.1 + (0.8 * level) / LEVELS);
  expect(auc(values, labels)).toBeGreaterThan(0.7);
  const [low = 0, high = 0] = [rates[0]?.rates[0], rates[0]?.rates[LEVELS - 1]];
  expect(low).toBeLessThan(-1.2);
  expect(high).toBeGreaterThan(1.2);
});

test("levels that do not differ tell nothing: no row's label is in its own rate", () => {
  const { labels, values, rates } = learnt(() => 0.3);
  expect(auc(values, labels)).toBeLessThan(0.55);
  for (const rate of rates[0]?.rates ?? []) expect(rate).toBeCloseTo(rates[0]?.base ?? 0, 0);
});

test("another table's rows have the rate of their level, new and missing ones the base", () => {
  const { rates } = learnt((level) => (level < 20 ? 0.1 : 0.9));
  const asked: WordColumn = {
    kind: "word",
    name: "town",
    levels: ["town 39", "nowhere"],
    codes: Int32Array.from([0, 1, -1]),
  };
  const [read] = rateColumns(JSON.parse(JSON.stringify(rates)), [asked]);
  const base = rates[0]?.base ?? 0;
  expect([...(read?.values ?? [])]).toEqual([rates[0]?.rates[39], base, base]);
});

test("of few levels no rates are made", () => {
  const few: WordColumn = {
    kind: "word",
    name: "few",
    levels: ["a", "b"],
    codes: Int32Array.from(rows, (row) => row % 2),
  };
  expect(learnRates([few], new Uint8Array(ROWS), rows, foldOf, 5)).toEqual({ rates: [], columns: [] });
});
