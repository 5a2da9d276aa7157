export type Random = () => number;

/** Uniform between two bounds. */
export const between = ([low, high]: readonly [number, number], random: Random) =>
  low + random() * (high - low);

/** Exponential with mean 1. */
export const exponential = (random: Random) => -Math.log(1 - random());

export function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError("nothing to pick from");
  return item;
}

/** Picks by `share`; shares add up to 1. */
export function weighted<Item extends { share: number }>(items: readonly Item[], random: Random): Item {
  let left = random();
  for (const item of items) {
    left -= item.share;
    if (left < 0) return item;
  }
  return pick(items, random);
}
