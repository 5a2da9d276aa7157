import { expect, test } from "vitest";
import { momentFor } from "../moment";
import { crossValidate } from "./cross-validate";
import { performanceOf } from "./performance";
import type { ModelKind } from "./score-model";
import { sigmoid } from "./sigmoid";
import type { TableColumn } from "./table-column";

/** Two numbers, a word of three levels, and noise; log-odds 2x − 2|y| + word. */
function table(rows: number, seed: number) {
  const { random } = momentFor(0, seed, 0, 0);
  const draw = () => Float64Array.from({ length: rows }, () => 4 * random() - 2);
  const [x, y, noise] = [draw(), draw(), draw()];
  const codes = Int32Array.from({ length: rows }, () => Math.floor(3 * random()));
  const labels = Uint8Array.from(x, (one, i) =>
    random() < sigmoid(1 + 2 * one - 2 * Math.abs(y[i] ?? 0) + (codes[i] ?? 0)) ? 1 : 0,
  );
  const columns: TableColumn[] = [
    { kind: "number", name: "x", values: x },
    { kind: "number", name: "y", values: y },
    { kind: "number", name: "noise", values: noise },
    { kind: "word", name: "word", levels: ["a", "b", "c"], codes },
  ];
  return { columns, labels };
}
const judged = ({ columns, labels }: ReturnType<typeof table>, kind: ModelKind, seed = 0) => {
  const { probabilities, foldOf } = crossValidate(columns, labels, kind, { folds: 3, seed });
  return performanceOf(probabilities, labels, foldOf);
};

test("a blend is at least as good as the better of its parts, and calibrated", () => {
  const data = table(1500, 1);
  const [linear, trees, blend] = (["logistic", "gbt", "blend"] as const).map((kind) => judged(data, kind));
  expect(trees?.auc ?? 0).toBeGreaterThan((linear?.auc ?? 1) + 0.02);
  expect(blend?.auc ?? 0).toBeGreaterThan((trees?.auc ?? 1) - 0.003);
  for (const one of [linear, trees, blend]) expect(one?.ece10).toBeLessThan(0.06);
  expect(blend?.aucFolds.every((fold) => (fold ?? 0) > 0.8)).toBe(true);
});

test("labels that nothing tells are not told: nothing leaks out of a fold", () => {
  const { columns } = table(600, 2);
  const { random } = momentFor(0, 9, 0, 0);
  const names: TableColumn = {
    kind: "word",
    name: "id",
    levels: Array.from({ length: 600 }, (_, i) => `${i}`),
    codes: Int32Array.from({ length: 600 }, (_, i) => i),
  };
  const areas = Array.from({ length: 5 }, (_, seed) => {
    const labels = Uint8Array.from({ length: 600 }, () => (random() < 0.4 ? 1 : 0));
    return judged({ columns: [...columns, names], labels }, "blend", seed).auc ?? 0;
  });
  // standard error of one area here: 0.024
  expect(Math.abs(areas.reduce((sum, one) => sum + one, 0) / areas.length - 0.5)).toBeLessThan(0.035);
});

test("the same seed gives the same probabilities", () => {
  const { columns, labels } = table(200, 3);
  const once = crossValidate(columns, labels, "blend", { folds: 4, seed: 7 });
  expect(crossValidate(columns, labels, "blend", { folds: 4, seed: 7 }).probabilities).toEqual(
    once.probabilities,
  );
});

test.each([
  { name: "six rows", labels: [0, 1, 0, 1, 0, 1] },
  { name: "two positives", labels: [0, 0, 0, 0, 0, 1, 0, 1] },
])("$name still give probabilities", ({ labels }) => {
  const columns: TableColumn[] = [{ kind: "number", name: "x", values: Float64Array.from(labels.keys()) }];
  const { probabilities } = crossValidate(columns, Uint8Array.from(labels), "blend", { folds: 2, seed: 0 });
  for (const p of probabilities) {
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1);
  }
});

test("columns that say nothing at all give everybody the base rate", () => {
  const columns: TableColumn[] = [{ kind: "number", name: "same", values: new Float64Array(40).fill(3) }];
  const labels = Uint8Array.from({ length: 40 }, (_, i) => (i % 4 === 0 ? 1 : 0));
  const { probabilities } = crossValidate(columns, labels, "blend", { folds: 2, seed: 0 });
  for (const p of probabilities) expect(p).toBeCloseTo(0.25, 1);
});
