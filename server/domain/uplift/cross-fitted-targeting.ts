import { momentFor } from "../moment";
import { stratifiedFolds } from "../scoring/folds";
import { type Areas, areaIntervals, meanAreas, type Ranking, rank } from "./qini";
import { learnEffect, type Trial } from "./r-learner";

export type Targeting = Areas & { qiniCi: [number, number]; auucCi: [number, number] };

const FOLDS = 5;
/** Folds are dealt anew so many times: less hangs on how they fell. */
const REPEATS = 3;
const DRAWS = 1000;

/**
 * How well people can be chosen for a treatment: those of each fold are ranked by effects learnt without them, and the
 * ranking is judged by what came; figures are means over folds and deals. People are compared only where one model ranks
 * them all: a model that has not seen a person it would have been glad of ranks others like him higher, so that comparisons
 * across models come out too low. Intervals hold for these rankings: where a treatment does the same for all, they lie
 * above 0 in about one case of twenty, and below it oftener, which says nothing. `trial` holds one arm and the control; the
 * same seed gives the same result.
 */
export function crossFittedTargeting(trial: Trial, seed: number): Targeting {
  const { treated, outcome } = trial;
  const people = Int32Array.from(treated.keys());
  const classOf = Uint8Array.from(people, (i) => 2 * (treated[i] ?? 0) + ((outcome[i] ?? 0) > 0 ? 1 : 0));
  const rankings: Ranking[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    const { random } = momentFor(0, seed, repeat, 1);
    const foldOf = stratifiedFolds(classOf, FOLDS, random);
    for (let fold = 0; fold < FOLDS; fold++) {
      const seen = people.filter((i) => foldOf[i] !== fold);
      const unseen = people.filter((i) => foldOf[i] === fold);
      rankings.push(rank(unseen, learnEffect(trial, seen, unseen, random), treated, outcome));
    }
  }
  const intervals = areaIntervals(rankings, treated, DRAWS, momentFor(0, seed, 0, 2).random);
  return { ...meanAreas(rankings), qiniCi: intervals.qini, auucCi: intervals.auuc };
}
