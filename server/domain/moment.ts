/**
 * The only clock and the only dice that a pure function may use.
 * `now` is epoch milliseconds; `random()` is uniform on [0, 1) and seeded, so a run replays exactly.
 */
export type Moment = { now: number; random: () => number };

/** One moment per (run, customer, node): the same triple draws the same numbers on every retry. */
export function momentFor(now: number, seed: number, customerId: number, nodeIndex: number): Moment {
  let state = scramble(scramble(scramble(seed | 0) ^ customerId) ^ nodeIndex);
  const random = () => {
    // mulberry32 (Tommy Ettinger, 2017): 32-bit state, period 2^32
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { now, random };
}

/** Finaliser of MurmurHash3 (Austin Appleby, 2011, public domain): every input bit moves every output bit. */
export function scramble(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** FNV-1a, 32 bits (Fowler, Noll, Vo, 1991). For seeds and salts, not for secrets. */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
