import { expect, test } from "vitest";
import { namesRows } from "./row-names";
import type { TableColumn } from "./table-column";
import { tellingAlone } from "./telling-alone";

const labels = Uint8Array.from({ length: 100 }, (_, i) => i % 2);
const numbers = (of: (row: number) => number): TableColumn => ({
  kind: "number",
  name: "x",
  values: Float64Array.from(labels.keys(), of),
});
const words = (levels: string[], of: (row: number) => number): TableColumn => ({
  kind: "word",
  name: "w",
  levels,
  codes: Int32Array.from(labels.keys(), of),
});

test.each([
  { name: "the label", column: numbers((i) => i % 2), tells: 1 },
  { name: "its opposite", column: numbers((i) => -(i % 2)), tells: 1 },
  { name: "the label in words", column: words(["yes", "no"], (i) => i % 2), tells: 1 },
  { name: "one value", column: numbers(() => 3), tells: 0.5 },
  {
    name: "a name for each row",
    column: words(
      Array.from({ length: 100 }, (_, i) => `${i}`),
      (i) => i,
    ),
    tells: 0.5,
  },
])("$name tells $tells", ({ column, tells }) => {
  expect(tellingAlone(column, labels)).toBe(tells);
});

const cells = (of: (row: number) => unknown) => Array.from({ length: 50 }, (_, i) => String(of(i)));
test.each([
  { name: "customer_id", cells: cells((i) => 7919 * i), names: true },
  { name: "CustomerId", cells: cells((i) => 7919 * i), names: true },
  { name: "line", cells: cells((i) => i + 1), names: true },
  { name: "name", cells: cells((i) => `person ${i}`), names: true },
  { name: "spent", cells: cells((i) => 7919 * i), names: false },
  { name: "score", cells: cells((i) => i / 3), names: false },
  { name: "paid", cells: cells((i) => 7 * i), names: false },
  {
    name: "seen",
    cells: cells((i) => `2026-01-${10 + (i % 20)} ${10 + Math.floor(i / 20)}:00`),
    names: false,
  },
  { name: "town", cells: cells((i) => `town ${i % 7}`), names: false },
])("$name names its rows: $names", ({ name, cells, names }) => {
  expect(namesRows({ name, cells })).toBe(names);
});
