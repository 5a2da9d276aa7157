import { expect, test } from "vitest";
import { momentFor } from "../moment";
import { binTable, learnBins } from "./bins";
import { type BoostingRules, boost, logLossTo, scoreColumns } from "./boosted-trees";
import { auc } from "./metrics";
import { sigmoid } from "./sigmoid";
import type { TableColumn } from "./table-column";

const RULES: BoostingRules = {
  leaves: 8,
  rate: 0.3,
  l2: 1,
  leastCurvature: 0.5,
  mostTrees: 30,
  rowShare: 1,
  featureShare: 1,
};
const dice = (seed = 1) => momentFor(0, seed, 0, 0).random;

function fitted(columns: TableColumn[], labels: Uint8Array, rules: Partial<BoostingRules> = {}) {
  const rows = Int32Array.from(labels.keys());
  const table = binTable(learnBins(columns, rows), columns, rows.length);
  const { losses: _, ...model } = boost(table, rows, logLossTo(labels), { ...RULES, ...rules }, dice());
  return model;
}

const numbers = (name: string, values: Iterable<number>): TableColumn => ({
  kind: "number",
  name,
  values: Float64Array.from(values),
});

test("a number that counts only together with another is found", () => {
  const random = dice(7);
  const points = Array.from({ length: 600 }, () => [random(), random()] as const);
  const labels = Uint8Array.from(points, ([x, y]) => (x > 0.5 !== y > 0.5 ? 1 : 0));
  const columns = [
    numbers(
      "x",
      points.map(([x]) => x),
    ),
    numbers(
      "y",
      points.map(([, y]) => y),
    ),
  ];
  expect(auc(scoreColumns(fitted(columns, labels), columns, 600), labels)).toBeGreaterThan(0.99);
});

test("what is missing may say as much as a number", () => {
  const values = Array.from({ length: 200 }, (_, i) => (i % 4 === 0 ? Number.NaN : i));
  const labels = Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0));
  const columns = [numbers("x", values)];
  const p = scoreColumns(fitted(columns, labels), columns, 200).map(sigmoid);
  for (const [i, label] of labels.entries()) expect(Math.abs((p[i] ?? 0) - label)).toBeLessThan(0.05);
});

test("levels are parted by what they mean, not by their order; new ones score", () => {
  const levels = ["a", "b", "c", "d", "e", "f"];
  const codes = Int32Array.from({ length: 600 }, (_, i) => i % 6);
  const labels = Uint8Array.from(codes, (code) => (code % 2 === 0 ? 1 : 0));
  const columns: TableColumn[] = [{ kind: "word", name: "level", levels, codes }];
  const model = fitted(columns, labels, { mostTrees: 10, rate: 0.5 });
  expect(model.trees[0]?.length).toBe(3);
  const asked: TableColumn[] = [
    { kind: "word", name: "level", levels: ["f", "a", "new"], codes: Int32Array.from([1, 0, 2, -1]) },
  ];
  const p = scoreColumns(model, asked, 4).map(sigmoid);
  expect(p[0]).toBeGreaterThan(0.9);
  expect(p[1]).toBeLessThan(0.1);
  expect([...p].every(Number.isFinite)).toBe(true);
});

test("one tree of two leaves is Newton's step on each side of the best threshold", () => {
  const columns = [numbers("x", [1, 2, 3, 4, 5, 6, 7, 8])];
  const labels = Uint8Array.from([0, 0, 0, 0, 1, 1, 1, 1]);
  const { trees, base } = fitted(columns, labels, { leaves: 2, mostTrees: 1, rate: 1 });
  // at log-odds 0 each row has slope ±1/2 and curvature 1/4: 2 / (1 + 1) a side
  expect(base).toBe(0);
  expect(trees[0]?.[0]?.split).toMatchObject({ feature: 0, threshold: 3 });
  expect(trees[0]?.slice(1).map(({ value }) => value)).toEqual([-1, 1]);
});

test("as JSON and back it scores the same, and the same dice grow the same trees", () => {
  const random = dice(3);
  const columns = [
    numbers("x", Array.from({ length: 300 }, random)),
    numbers("y", Array.from({ length: 300 }, random)),
  ];
  const labels = Uint8Array.from({ length: 300 }, () => (random() < 0.4 ? 1 : 0));
  const model = fitted(columns, labels, { rowShare: 0.7, featureShare: 0.5 });
  expect(fitted(columns, labels, { rowShare: 0.7, featureShare: 0.5 })).toEqual(model);
  expect(scoreColumns(JSON.parse(JSON.stringify(model)), columns, 300)).toEqual(
    scoreColumns(model, columns, 300),
  );
});

test("growth ends when watched rows gain nothing more", () => {
  const random = dice(4);
  const columns = [numbers("x", Array.from({ length: 400 }, random))];
  const labels = Uint8Array.from({ length: 400 }, () => (random() < 0.5 ? 1 : 0));
  const rows = Int32Array.from(labels.keys());
  const table = binTable(learnBins(columns, rows), columns, 400);
  const watch = { rows: rows.subarray(300), patience: 5 };
  const { losses } = boost(table, rows.subarray(0, 300), logLossTo(labels), RULES, dice(), watch);
  expect(losses.length).toBeLessThan(RULES.mostTrees);
  expect(losses.slice(0, -5)).toContain(Math.min(...losses));
});
