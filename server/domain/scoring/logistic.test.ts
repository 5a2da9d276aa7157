import fc from "fast-check";
import { expect, test } from "vitest";
import { momentFor } from "../moment";
import type { Design } from "./design";
import { fitLogistic, marginsOf } from "./logistic";

const dense = (rows: readonly (readonly number[])[]): Design => ({
  rows: rows.length,
  numberCount: rows[0]?.length ?? 0,
  numbers: Float64Array.from(rows.flat()),
  slots: 0,
  marks: new Int32Array(0),
  width: rows[0]?.length ?? 0,
});

const nothing = { intercept: Number.NaN, weights: new Float64Array(0) };
const fitted = (design: Design, labels: Uint8Array, l2: number) =>
  fitLogistic(design, labels, [l2])[0] ?? nothing;

const FEATURES = [
  [-1.2, 0.3],
  [0.4, -0.7],
  [0.9, 1.1],
  [-0.3, 0.2],
  [1.5, -0.4],
  [-0.8, -1.0],
  [0.1, 0.9],
  [-0.6, 0.6],
];
const LABELS = Uint8Array.from([0, 0, 1, 0, 1, 0, 1, 1]);

// Newton's method in numpy 2.4.6 until nothing moves; LogisticRegression(C=2) of scikit-learn 1.2.1 agrees to five digits
test("weights of eight rows, as numpy has them", () => {
  const { intercept, weights } = fitted(dense(FEATURES), LABELS, 0.5);
  expect(intercept).toBeCloseTo(-0.16812757, 6);
  expect(weights[0]).toBeCloseTo(1.12684134, 6);
  expect(weights[1]).toBeCloseTo(1.34164872, 6);
});

test("a feature that separates the classes gets a finite weight", () => {
  const design = dense([[-2], [-1], [1], [2]]);
  const { weights } = fitted(design, Uint8Array.from([0, 0, 1, 1]), 1e-6);
  expect(weights[0]).toBeGreaterThan(5);
  expect(weights[0]).toBeLessThan(100);
});

test("nothing varies: the intercept says the share, a little towards a half", () => {
  const { intercept, weights } = fitted(dense([[0], [0], [0], [0]]), Uint8Array.from([1, 1, 1, 0]), 1);
  expect(1 / (1 + Math.exp(-intercept))).toBeCloseTo(0.75, 6);
  expect([...weights]).toEqual([0]);
});

test("features that are 0 or 1 weigh the same as marks and as numbers", () => {
  const { random } = momentFor(0, 1, 1, 1);
  const rows = Array.from({ length: 200 }, () => {
    const level = Math.floor(random() * 4) - 1;
    return { x: random() * 2 - 1, level, missing: random() < 0.3 };
  });
  const labels = Uint8Array.from(rows, ({ x, level }) => (random() < 1 / (1 + Math.exp(-x - level)) ? 1 : 0));
  const asNumbers = dense(
    rows.map(({ x, level, missing }) => [
      x,
      ...[0, 1, 2].map((one) => (one === level ? 1 : 0)),
      missing ? 1 : 0,
    ]),
  );
  const asMarks: Design = {
    rows: rows.length,
    numberCount: 1,
    numbers: Float64Array.from(rows, ({ x }) => x),
    slots: 2,
    marks: Int32Array.from(
      rows.flatMap(({ level, missing }) => [level < 0 ? -1 : level + 1, missing ? 4 : -1]),
    ),
    width: 5,
  };
  const [a, b] = [asNumbers, asMarks].map((design) => fitted(design, labels, 2));
  for (let j = 0; j < 5; j++) expect(a?.weights[j]).toBeCloseTo(b?.weights[j] ?? Number.NaN, 9);
  expect(a?.intercept).toBeCloseTo(b?.intercept ?? Number.NaN, 9);
});

test("of more features than rows, the penalised loss has no slope either", () => {
  const { random } = momentFor(0, 2, 1, 1);
  const rows = Array.from({ length: 20 }, () => Array.from({ length: 50 }, () => 2 * random() - 1));
  const labels = Uint8Array.from(rows, ([x = 0]) => (x + random() > 0.5 ? 1 : 0));
  const design = dense([...rows.slice(0, 19), rows[0] ?? []]); // the last repeats the first
  const model = fitted(design, labels, 3);
  const left = marginsOf(model, design).map((margin, i) => (labels[i] ?? 0) - 1 / (1 + Math.exp(-margin)));
  for (let j = 0; j < 50; j++) {
    const slope = left.reduce((sum, one, i) => sum + one * (design.numbers[i * 50 + j] ?? 0), 0);
    expect(slope - 3 * (model.weights[j] ?? 0)).toBeCloseTo(0, 5);
  }
});

test("at the fit the penalised loss has no slope, also after a stronger penalty", () => {
  const value = fc.double({ min: -3, max: 3, noNaN: true });
  const row = fc.record({ x: fc.tuple(value, value), label: fc.integer({ min: 0, max: 1 }) });
  fc.assert(
    fc.property(
      fc.array(row, { minLength: 4, maxLength: 40 }),
      fc.double({ min: 0.01, max: 10, noNaN: true }),
      (rows, l2) => {
        const design = dense(rows.map(({ x }) => x));
        const labels = Uint8Array.from(rows, ({ label }) => label);
        fc.pre(labels.includes(0) && labels.includes(1));
        const model = fitLogistic(design, labels, [100, l2]).at(-1) ?? nothing;
        const left = marginsOf(model, design).map(
          (margin, i) => (labels[i] ?? 0) - 1 / (1 + Math.exp(-margin)),
        );
        const slopeOf = (at: number) =>
          rows.reduce((sum, { x }, i) => sum + (left[i] ?? 0) * (x[at] ?? 0), 0);
        expect(left.reduce((sum, one) => sum + one, 0)).toBeCloseTo(0, 3);
        for (const at of [0, 1]) expect(slopeOf(at) - l2 * (model.weights[at] ?? 0)).toBeCloseTo(0, 3);
      },
    ),
  );
});
