import { expect, test } from "vitest";
import { momentFor } from "../moment";
import type { TableColumn } from "../scoring/table-column";
import { crossFittedTargeting } from "./cross-fitted-targeting";

/** Yes or no with chance 0.2 + 0.1 x, `effect(x)` more for the treated; x on [−1, 1]. */
function trial(people: number, seed: number, effect: (x: number) => number) {
  const { random } = momentFor(0, seed, 0, 0);
  const x = Float64Array.from({ length: people }, () => 2 * random() - 1);
  const noise = Float64Array.from(x, random);
  const treated = Uint8Array.from(x, () => (random() < 0.5 ? 1 : 0));
  const outcome = x.map((one, i) =>
    random() < 0.2 + 0.1 * one + (treated[i] === 1 ? effect(one) : 0) ? 1 : 0,
  );
  const columns: TableColumn[] = [
    { kind: "number", name: "x", values: x },
    { kind: "number", name: "noise", values: noise },
  ];
  return { columns, treated, outcome };
}

test("whom to treat is found where effects differ", () => {
  const { qini, qiniCi, auucCi } = crossFittedTargeting(
    trial(4000, 1, (x) => 0.15 + 0.15 * x),
    0,
  );
  // ranked by x: Qini = ∫ 0.3 (s − s²/2) ds − 0.15 / 2 = 0.025
  expect(qiniCi[0]).toBeGreaterThan(0);
  expect(Math.abs(qini - 0.025)).toBeLessThan(0.015);
  expect(auucCi[0]).toBeGreaterThan(0);
});

test("where the treatment does the same for all, targeting is seldom said to help", () => {
  let helped = 0;
  const trials = 40;
  for (let seed = 0; seed < trials; seed++)
    if (
      crossFittedTargeting(
        trial(800, 100 + seed, () => 0.1),
        seed,
      ).qiniCi[0] > 0
    )
      helped++;
  // one case of twenty, and three standard errors of forty trials
  expect(helped / trials).toBeLessThan(0.05 + 3 * 0.0345);
});

test("the same seed gives the same figures", () => {
  const data = trial(500, 5, (x) => x / 5);
  expect(crossFittedTargeting(data, 3)).toEqual(crossFittedTargeting(data, 3));
});
