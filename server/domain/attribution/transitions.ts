import type { Journey } from "./journeys";

/** Where journeys go from one state: to others, to a conversion, or to none. Weights are numbers of journeys. */
type Exits = { to: Map<number, number>; converted: number; value: number; total: number };

/** A Markov chain over the last few touches. State 0 is the start, before any touch. */
export type Chain = {
  /** the last touch of each state; -1 for the start */
  channelOf: Int32Array;
  /** the states that a state leads to stand from first[s] to first[s + 1] */
  first: Int32Array;
  to: Int32Array;
  probability: Float64Array;
  /** probability to convert out of a state */
  converts: Float64Array;
  /** the same times the mean value of a conversion out of it */
  brings: Float64Array;
};

/**
 * The chain that journeys of observed frequencies make, where what comes next depends on the last `order` touches: fewer at
 * the beginning of a journey. Touches that leave the state as it is (the same channel, `order` times over) are left out:
 * they change nothing about where a journey ends.
 * Source: Anderl, Becker, von Wangenheim & Schumann 2016, International Journal of Research in Marketing 33, 457–474;
 * states and the value of a conversion by its last state are those of the R package ChannelAttribution.
 */
export function chainOf(journeys: readonly Journey[], order: number): Chain {
  const states = new Map<string, number>([["", 0]]);
  const channelOf = [-1];
  const exits: Exits[] = [emptyExits()];
  const stateOf = (touches: readonly number[], length: number): number => {
    const key = touches.slice(Math.max(0, length - order), length).join(" ");
    const known = states.get(key);
    if (known !== undefined) return known;
    states.set(key, exits.length);
    channelOf.push(touches[length - 1] ?? -1);
    exits.push(emptyExits());
    return exits.length - 1;
  };
  for (const { touches, conversions, nulls, value } of journeys) {
    if (conversions + nulls === 0) continue;
    let state = 0;
    for (let length = 1; length <= touches.length; length++) {
      const next = stateOf(touches, length);
      if (next !== state) move(exits[state], next, conversions + nulls);
      state = next;
    }
    end(exits[state], conversions, nulls, value);
  }
  return packed(exits, channelOf);
}

const emptyExits = (): Exits => ({ to: new Map(), converted: 0, value: 0, total: 0 });

function move(exits: Exits | undefined, next: number, journeys: number): void {
  if (exits === undefined) return;
  exits.to.set(next, (exits.to.get(next) ?? 0) + journeys);
  exits.total += journeys;
}

function end(exits: Exits | undefined, conversions: number, nulls: number, value: number): void {
  if (exits === undefined) return;
  exits.converted += conversions;
  exits.value += conversions > 0 ? value : 0;
  exits.total += conversions + nulls;
}

function packed(exits: readonly Exits[], channelOf: readonly number[]): Chain {
  const first = [0];
  const to: number[] = [];
  const probability: number[] = [];
  for (const { to: next, total } of exits) {
    for (const [state, journeys] of next) {
      to.push(state);
      probability.push(journeys / total);
    }
    first.push(to.length);
  }
  const share = (amount: number, total: number) => (total === 0 ? 0 : amount / total);
  return {
    channelOf: Int32Array.from(channelOf),
    first: Int32Array.from(first),
    to: Int32Array.from(to),
    probability: Float64Array.from(probability),
    converts: Float64Array.from(exits, ({ converted, total }) => share(converted, total)),
    brings: Float64Array.from(exits, ({ value, total }) => share(value, total)),
  };
}
