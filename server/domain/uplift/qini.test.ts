import fc from "fast-check";
import { expect, test } from "vitest";
import { momentFor } from "../moment";
import { areaIntervals, areasOf, rank } from "./qini";

const ranked = (scores: number[], treated: number[], outcome: number[]) =>
  rank(Int32Array.from(scores.keys()), scores, treated, outcome);

test("a perfect ranking of four people, by hand", () => {
  // treated 1, control 0, treated 0, control 0 from the top: (Y/T − Z/C)·s is 1/4, 1/2, (1/2)·3/4, (1/2)·1
  const ranking = ranked([4, 3, 2, 1], [1, 0, 1, 0], [1, 0, 0, 0]);
  const auuc = (0 + 0.25) / 8 + (0.25 + 0.5) / 8 + (0.5 + 0.375) / 8 + (0.375 + 0.5) / 8;
  // (Y − Z·T/C) / 2 is 1/2 throughout
  const qini = 0.5 / 8 + (0.5 * 3) / 4 - 0.25;
  expect(areasOf(ranking).auuc).toBeCloseTo(auuc, 12);
  expect(areasOf(ranking).qini).toBeCloseTo(qini, 12);
});

test("people with equal scores come in together: a ranking that says nothing gains nothing", () => {
  const { random } = momentFor(0, 1, 0, 0);
  const treated = Array.from({ length: 100 }, (_, i) => i % 2);
  const outcome = treated.map((one) => one + random());
  const { qini, auuc } = areasOf(ranked(new Array(100).fill(0), treated, outcome));
  const mean = (arm: number) => outcome.reduce((sum, one, i) => sum + (treated[i] === arm ? one : 0), 0) / 50;
  expect(qini).toBeCloseTo(0, 12);
  expect(auuc).toBeCloseTo((mean(1) - mean(0)) / 2, 12);
});

const people = fc.array(
  fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 3 })),
  { minLength: 4, maxLength: 60 },
);
const hasBoth = (rows: [number, number, number][]) =>
  [0, 1].every((arm) => rows.some(([, one]) => one === arm));

test("a unit of the outcome is a unit of the areas", () => {
  fc.assert(
    fc.property(people, fc.double({ min: 0.1, max: 100, noNaN: true }), (rows, unit) => {
      fc.pre(hasBoth(rows));
      const [scores, treated, outcome] = [0, 1, 2].map((at) => rows.map((row) => row[at] ?? 0)) as [
        number[],
        number[],
        number[],
      ];
      const once = areasOf(ranked(scores, treated, outcome));
      const scaled = areasOf(
        ranked(
          scores,
          treated,
          outcome.map((one) => one * unit),
        ),
      );
      expect(scaled.qini).toBeCloseTo(once.qini * unit, 6);
      expect(scaled.auuc).toBeCloseTo(once.auuc * unit, 6);
    }),
  );
});

test("drawing everybody twice changes nothing", () => {
  fc.assert(
    fc.property(people, (rows) => {
      fc.pre(hasBoth(rows));
      const ranking = ranked(
        rows.map(([score]) => score),
        rows.map(([, arm]) => arm),
        rows.map(([, , one]) => one),
      );
      const twice = areasOf(ranking, new Array(rows.length).fill(2));
      expect(twice.qini).toBeCloseTo(areasOf(ranking).qini, 9);
      expect(twice.auuc).toBeCloseTo(areasOf(ranking).auuc, 9);
    }),
  );
});

test("intervals hold what the ranking is worth on the whole in about 95 of 100 trials", () => {
  // effect = x, uniform on [0, 1], ranked by x: AUUC = ∫ (s − s²/2) ds = 1/3, Qini = 1/3 − 1/4
  let [qiniHeld, auucHeld] = [0, 0];
  const trials = 200;
  for (let trial = 0; trial < trials; trial++) {
    const { random } = momentFor(0, trial, 3, 0);
    const x = Array.from({ length: 300 }, random);
    const treated = x.map((_, i) => i % 2);
    const outcome = x.map((one, i) => (treated[i] === 1 ? one : 0) + 2 * random());
    const { qini, auuc } = areaIntervals(
      [ranked(x, treated, outcome)],
      Uint8Array.from(treated),
      200,
      random,
    );
    if (qini[0] <= 1 / 12 && 1 / 12 <= qini[1]) qiniHeld++;
    if (auuc[0] <= 1 / 3 && 1 / 3 <= auuc[1]) auucHeld++;
  }
  // 95 % less three standard errors of 200 trials
  expect(qiniHeld / trials).toBeGreaterThan(0.95 - 3 * 0.0154);
  expect(auucHeld / trials).toBeGreaterThan(0.95 - 3 * 0.0154);
});
