import fc from "fast-check";
import { expect, test } from "vitest";
import { auc, averagePrecision, brier, calibrationBins, calibrationError, logLoss } from "./metrics";

test.each([
  { name: "in order", scores: [0.1, 0.4, 0.6, 0.9], labels: [0, 0, 1, 1], area: 1 },
  { name: "the wrong way round", scores: [0.9, 0.6, 0.4, 0.1], labels: [0, 0, 1, 1], area: 0 },
  { name: "all equal", scores: [0.5, 0.5, 0.5], labels: [0, 1, 1], area: 0.5 },
  { name: "with a tie across the classes", scores: [0.1, 0.4, 0.35, 0.4], labels: [0, 0, 1, 1], area: 0.625 },
])("the area under the curve of scores $name", ({ scores, labels, area }) => {
  expect(auc(scores, labels)).toBe(area);
});

test("without both classes there is no area", () => {
  expect(auc([0.1, 0.2], [1, 1])).toBeNull();
  expect(averagePrecision([0.1, 0.2], [0, 0])).toBeNull();
});

const scored = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1 })), {
  minLength: 2,
  maxLength: 60,
});

test("the area is the share of pairs in order, ties half", () => {
  fc.assert(
    fc.property(scored, (rows) => {
      const positives = rows.filter(([, label]) => label === 1);
      const negatives = rows.filter(([, label]) => label === 0);
      fc.pre(positives.length > 0 && negatives.length > 0);
      const wins = positives.flatMap(([a]) =>
        negatives.map(([b]): number => (a > b ? 1 : a === b ? 0.5 : 0)),
      );
      const share = wins.reduce((sum, one) => sum + one, 0) / wins.length;
      const [scores, labels] = [rows.map(([score]) => score), rows.map(([, label]) => label)];
      expect(auc(scores, labels)).toBeCloseTo(share, 12);
    }),
  );
});

test("average precision adds precision by the recall that each threshold gains", () => {
  fc.assert(
    fc.property(scored, (rows) => {
      const all = rows.filter(([, label]) => label === 1).length;
      fc.pre(all > 0);
      let [before, sum] = [0, 0];
      for (let threshold = 9; threshold >= 0; threshold--) {
        const taken = rows.filter(([score]) => score >= threshold);
        const caught = taken.filter(([, label]) => label === 1).length;
        if (taken.length > 0) sum += ((caught - before) / all) * (caught / taken.length);
        before = caught;
      }
      const [scores, labels] = [rows.map(([score]) => score), rows.map(([, label]) => label)];
      expect(averagePrecision(scores, labels)).toBeCloseTo(sum, 12);
    }),
  );
});

const GOLDEN = { averagePrecision: 0.588888888889, logLoss: 0.654895440627, brier: 0.2325 };

// scikit-learn 1.2.1: average_precision_score, log_loss, brier_score_loss on the same rows
test("scores of six rows, as scikit-learn has them", () => {
  const [p, y] = [
    [0.1, 0.35, 0.4, 0.8, 0.65, 0.8],
    [0, 1, 0, 1, 1, 0],
  ];
  expect(averagePrecision(p, y)).toBeCloseTo(GOLDEN.averagePrecision, 9);
  expect(logLoss(p, y)).toBeCloseTo(GOLDEN.logLoss, 9);
  expect(brier(p, y)).toBeCloseTo(GOLDEN.brier, 9);
});

test("calibration error weighs the distance of each bin by its rows", () => {
  const bins = calibrationBins([0.05, 0.08, 0.95, 1, 0.1], [0, 1, 1, 1, 0]);
  expect(bins.map(({ n }) => n)).toEqual([2, 1, 2]);
  expect(calibrationError(bins)).toBeCloseTo((2 / 5) * (0.5 - 0.065) + (1 / 5) * 0.1 + (2 / 5) * 0.025, 12);
});

test("a certain mistake costs much, not everything", () => {
  expect(logLoss([1], [0])).toBeCloseTo(-Math.log(1e-15), 6);
});
