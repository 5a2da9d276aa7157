import { drawnIndex } from "./draw";
import { momentFor } from "./moment";

const MOST_TRIES = 500;

/**
 * A seed under which the likeliest candidate is drawn for a customer, from `seed` on: to show what most probably happens,
 * by the same draw that a run makes. Null where nothing may be drawn, or where the tries give no such seed.
 */
export function likelySeed(
  chances: readonly number[],
  customerId: number,
  nodeIndex: number,
  seed: number,
): number | null {
  const best = Math.max(0, ...chances);
  if (best === 0) return null;
  const likeliest = chances.indexOf(best);
  for (let i = 0; i < MOST_TRIES; i++) {
    const moment = momentFor(0, seed + i, customerId, nodeIndex);
    if (drawnIndex(chances, moment.random()) === likeliest) return seed + i;
  }
  return null;
}
