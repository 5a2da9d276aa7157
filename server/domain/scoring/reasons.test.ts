import { describe, expect, test } from "vitest";
import { momentFor } from "../moment";
import { fitScore } from "./fit-score";
import { contributionsOf, importances, reasonsOf } from "./reasons";
import { type ModelKind, scoreRows } from "./score-model";
import { logOdds, sigmoid } from "./sigmoid";
import type { TableColumn } from "./table-column";

const ROWS = 400;
const { random } = momentFor(0, 11, 0, 0);
const strong = Float64Array.from({ length: ROWS }, () => 4 * random() - 2);
const weak = Float64Array.from({ length: ROWS }, () => (random() < 0.2 ? Number.NaN : 2 * random() - 1));
const codes = Int32Array.from({ length: ROWS }, () => Math.floor(4 * random()) - 1);
const columns: TableColumn[] = [
  { kind: "number", name: "strong", values: strong },
  { kind: "number", name: "weak", values: weak },
  { kind: "word", name: "word", levels: ["a", "b", "c"], codes },
  { kind: "number", name: "noise", values: Float64Array.from({ length: ROWS }, random) },
];
const labels = Uint8Array.from(strong, (x, i) =>
  random() < sigmoid(2 * x + (weak[i] || 0) + (codes[i] === 0 ? 1 : 0)) ? 1 : 0,
);
const rows = Int32Array.from(labels.keys());
const fitted = (kind: ModelKind) => fitScore(columns, labels, rows, kind, momentFor(0, 1, 0, 0).random);

describe.each<ModelKind>(["logistic", "gbt", "blend"])("of a %s model", (kind) => {
  const model = fitted(kind);
  const contributions = contributionsOf(model, columns, rows);

  test("what columns add up to is the score's log-odds", () => {
    const p = scoreRows(model, columns, rows);
    const width = contributions.columns.length;
    for (const row of rows) {
      const own = contributions.logOdds.subarray(row * width, (row + 1) * width);
      const sum = own.reduce((total, one) => total + one, contributions.base);
      expect(sum).toBeCloseTo(logOdds(p[row] ?? 0), 6);
    }
  });

  test("the column that decides is named first", () => {
    expect(importances(contributions)[0]?.column).toBe("strong");
    const extreme = strong.indexOf(Math.max(...strong));
    const [first, ...others] = reasonsOf(contributions, extreme, 2);
    expect(first?.column).toBe("strong");
    expect(first?.logOdds).toBeGreaterThan(0);
    expect(others.length).toBeLessThanOrEqual(1);
  });

  test("as JSON and back it scores the same", () => {
    const copy = JSON.parse(JSON.stringify(model));
    expect(scoreRows(copy, columns, rows)).toEqual(scoreRows(model, columns, rows));
  });
});
