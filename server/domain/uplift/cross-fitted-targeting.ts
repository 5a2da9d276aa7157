import { momentFor } from "../moment";
import { stratifiedFolds } from "../scoring/folds";
import { type Areas, areaIntervals, areasOf, rank } from "./qini";
import { learnEffect, type Trial } from "./r-learner";

export type Targeting = Areas & { qiniCi: [number, number]; auucCi: [number, number] };

const FOLDS = 5;
/** Folds are dealt anew so many times, and the ranks of a person averaged: less hangs on how they fell. */
const REPEATS = 5;
const DRAWS = 1000;

/**
 * How well people can be chosen for a treatment: everybody is ranked by effects learnt without them, and the ranking is
 * judged by what came. Ranks are taken within the fold: a fold in which the treatment by chance did much lowers what the
 * others' models say of all its people, and would rank it last. Intervals hold for these rankings. `trial` holds one arm and the
 * control; the same seed gives the same result.
 */
export function crossFittedTargeting(trial: Trial, seed: number): Targeting {
  const people = Int32Array.from(trial.treated.keys());
  const classOf = Uint8Array.from(
    people,
    (i) => 2 * (trial.treated[i] ?? 0) + ((trial.outcome[i] ?? 0) > 0 ? 1 : 0),
  );
  const scores = new Float64Array(people.length);
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const { random } = momentFor(0, seed, repeat, 1);
    const foldOf = stratifiedFolds(classOf, FOLDS, random);
    for (let fold = 0; fold < FOLDS; fold++) {
      const seen = people.filter((i) => foldOf[i] !== fold);
      const unseen = people.filter((i) => foldOf[i] === fold);
      const effects = learnEffect(trial, seen, unseen, random);
      for (const [i, share] of rankShares(effects).entries()) {
        const person = unseen[i] ?? 0;
        scores[person] = (scores[person] ?? 0) + share / REPEATS;
      }
    }
  }
  const ranking = rank(scores, trial.treated, trial.outcome);
  const intervals = areaIntervals(ranking, DRAWS, momentFor(0, seed, 0, 2).random);
  return { ...areasOf(ranking), qiniCi: intervals.qini, auucCi: intervals.auuc };
}

/** The share of values below each, ties at their middle; rounded, so that ties stay ties when they are added up. */
function rankShares(values: Float64Array): Float64Array {
  const sorted = values.toSorted();
  const firstAt = new Map<number, number>();
  const lastAt = new Map<number, number>();
  for (const [i, value] of sorted.entries()) {
    if (!firstAt.has(value)) firstAt.set(value, i);
    lastAt.set(value, i);
  }
  return values.map((value) => {
    const middle = ((firstAt.get(value) ?? 0) + (lastAt.get(value) ?? 0) + 1) / 2;
    return Math.round((middle / values.length) * 1e9) / 1e9;
  });
}
