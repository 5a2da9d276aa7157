import { floatAt, intAt } from "../stats/at";
import type { Chain } from "./transitions";

const PRECISION = 1e-15;
const MOST_SWEEPS = 200_000;

/**
 * What a journey is expected to end with, from the start of the chain, where `reward` is what each state ends with out of
 * itself, and every journey that comes to the channel `without` ends with nothing (null: no channel is taken away).
 *
 * Solves the linear system f = reward + P f by Gauss–Seidel. From zero it rises to the solution, as every state leads to an
 * end; it stops when the rest of a geometric series, with the ratio of its last steps, is below the rounding of the result.
 */
export function reaches(chain: Chain, reward: Float64Array, without: number | null): number {
  const { channelOf } = chain;
  const states: number[] = [];
  // from the last found to the first: ends of journeys come before what leads to them
  for (let state = channelOf.length - 1; state >= 0; state--)
    if (intAt(channelOf, state) !== without) states.push(state);
  const open = Int32Array.from(states);
  const found = new Float64Array(channelOf.length);
  let before = 0;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    const { step, most } = swept(chain, reward, open, found);
    const ratio = before > 0 ? step / before : 0;
    if (step === 0 || (ratio > 0 && ratio < 1 && (step * ratio) / (1 - ratio) < PRECISION * most))
      return floatAt(found, 0);
    before = step;
  }
  throw new RangeError("reaches did not converge: journeys hardly ever end");
}

/** One sweep over the open states; how far the furthest moved, and the largest value. */
function swept(chain: Chain, reward: Float64Array, open: Int32Array, found: Float64Array) {
  const { first, to, probability } = chain;
  let step = 0;
  let most = 0;
  for (let i = 0; i < open.length; i++) {
    const state = intAt(open, i);
    const end = intAt(first, state + 1);
    let value = floatAt(reward, state);
    for (let exit = intAt(first, state); exit < end; exit++)
      value += floatAt(probability, exit) * floatAt(found, intAt(to, exit));
    step = Math.max(step, Math.abs(value - floatAt(found, state)));
    most = Math.max(most, value);
    found[state] = value;
  }
  return { step, most };
}
