/** The largest are kept one by one: they are what a mean depends on. */
const SINGLE = 1000;
/** Into how many groups of neighbours the others go. */
const GROUPS = 500;

/**
 * Items sorted from the largest down in groups: the largest thousand alone, the others with so many neighbours that there
 * are 500 groups. What is resampled a thousand times then costs hardly more for a million items than for 1,500, and up to
 * that many nothing is grouped at all.
 */
export function grouped<Item>(items: readonly Item[], sizeOf: (item: Item) => number): Item[][] {
  const sorted = [...items].sort((a, b) => sizeOf(b) - sizeOf(a));
  const groups = sorted.slice(0, SINGLE).map((item) => [item]);
  const perGroup = Math.ceil((sorted.length - SINGLE) / GROUPS);
  for (let first = SINGLE; first < sorted.length; first += perGroup)
    groups.push(sorted.slice(first, first + perGroup));
  return groups;
}
