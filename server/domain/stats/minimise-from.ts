import { type Minimum, minimise, type Objective } from "./minimise";

const FIRST_ROUNDS = 12;

/**
 * The lowest of several local minima: some rounds from each start, then the best of them to its end. `coarse` may answer
 * much the same with less work, as from a sample; the first rounds then use it.
 */
export function minimiseFrom(
  objective: Objective,
  starts: readonly ArrayLike<number>[],
  coarse: Objective = objective,
): Minimum {
  const first = starts.map((start) => minimise(coarse, start, { mostRounds: FIRST_ROUNDS }));
  const best = first.reduce((one, other) => (other.value < one.value ? other : one));
  return best.isConverged && coarse === objective ? best : minimise(objective, best.at);
}
