import { expect, test } from "vitest";
import { momentFor } from "../moment";
import type { TableColumn } from "../scoring/table-column";
import { balanceOf } from "./arm-balance";

const { random } = momentFor(0, 1, 0, 0);
const treated = Uint8Array.from({ length: 2000 }, () => (random() < 0.5 ? 1 : 0));
const numbers = (of: (i: number) => number): TableColumn => ({
  kind: "number",
  name: "x",
  values: Float64Array.from(treated.keys(), of),
});
const words = (of: (i: number) => number): TableColumn => ({
  kind: "word",
  name: "w",
  levels: ["a", "b", "c"],
  codes: Int32Array.from(treated.keys(), of),
});
const given = (i: number) => treated[i] ?? 0;

test.each([
  { name: "a number known before", column: numbers(random) },
  { name: "a word known before", column: words(() => Math.floor(3 * random())) },
  { name: "one value", column: numbers(() => 1) },
  { name: "nothing known", column: numbers(() => Number.NaN) },
])("$name does not part the arms", ({ column }) => {
  expect(balanceOf(column, treated)).toBeGreaterThan(1e-4);
});

test.each([
  { name: "a number that came after", column: numbers((i) => random() + 0.3 * given(i)) },
  { name: "a yes or no that came after", column: numbers((i) => (random() < 0.2 + 0.15 * given(i) ? 1 : 0)) },
  { name: "a word that came after", column: words((i) => (random() < 0.2 + 0.2 * given(i) ? 1 : 0)) },
  {
    name: "what is missing more often in one arm",
    column: numbers((i) => (random() < 0.1 + 0.2 * given(i) ? Number.NaN : 1)),
  },
])("$name does", ({ column }) => {
  expect(balanceOf(column, treated)).toBeLessThan(1e-6);
});
