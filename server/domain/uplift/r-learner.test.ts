import { expect, test } from "vitest";
import { momentFor } from "../moment";
import type { TableColumn } from "../scoring/table-column";
import { learnEffect, type Trial } from "./r-learner";

/** The outcome is `3 x` for everybody, `effect(x, level)` more for the treated, and noise of deviation about 0.6. */
function trial(people: number, seed: number, effect: (x: number, level: number) => number): Trial {
  const { random } = momentFor(0, seed, 0, 0);
  const x = Float64Array.from({ length: people }, () => 2 * random() - 1);
  const codes = Int32Array.from(x, () => Math.floor(3 * random()));
  const treated = Uint8Array.from(x, () => (random() < 0.4 ? 1 : 0));
  const outcome = x.map(
    (one, i) => 3 * one + (treated[i] === 1 ? effect(one, codes[i] ?? 0) : 0) + 2 * random() - 1,
  );
  const columns: TableColumn[] = [
    { kind: "number", name: "x", values: x },
    { kind: "word", name: "level", levels: ["a", "b", "c"], codes },
  ];
  return { columns, treated, outcome };
}
const all = (people: number) => Int32Array.from({ length: people }, (_, i) => i);
const dice = () => momentFor(0, 1, 0, 0).random;

test("an effect that differs is learnt, apart from what comes anyway", () => {
  const data = trial(4000, 1, (x, level) => 1 + x + (level === 2 ? 1 : 0));
  const effects = learnEffect(data, all(3000), all(4000).slice(3000), dice());
  const x = data.columns[0]?.kind === "number" ? data.columns[0].values : new Float64Array(0);
  const codes = data.columns[1]?.kind === "word" ? data.columns[1].codes : new Int32Array(0);
  const misses = effects.map((one, i) => {
    const truth = 1 + (x[3000 + i] ?? 0) + (codes[3000 + i] === 2 ? 1 : 0);
    return (one - truth) ** 2;
  });
  expect(Math.sqrt(misses.reduce((sum, one) => sum + one, 0) / misses.length)).toBeLessThan(0.15);
});

test("an effect that is the same for all is said to be nearly so", () => {
  const data = trial(3000, 2, () => 0.5);
  const effects = learnEffect(data, all(3000), all(3000), dice());
  expect(Math.min(...effects)).toBeGreaterThan(0.2);
  expect(Math.max(...effects)).toBeLessThan(0.8);
});
