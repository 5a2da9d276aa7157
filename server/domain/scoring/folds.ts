/**
 * Deals rows to `count` folds, each class evenly: the fold of every row, from 0. The same `random` deals the same.
 * `classOf` may be any whole number from 0 (a label, an arm, or both together).
 */
export function stratifiedFolds(classOf: ArrayLike<number>, count: number, random: () => number): Uint8Array {
  const folds = new Uint8Array(classOf.length);
  const classes = new Map<number, number[]>();
  for (let row = 0; row < classOf.length; row++) {
    const one = classOf[row] ?? 0;
    const members = classes.get(one);
    if (members === undefined) classes.set(one, [row]);
    else members.push(row);
  }
  // one class goes on where the other ended: folds stay even when classes are small
  let next = 0;
  for (const [, rows] of [...classes].sort(([a], [b]) => a - b))
    for (const row of shuffled(rows, random)) folds[row] = next++ % count;
  return folds;
}

/** Every order equally likely. Source: R. A. Fisher, F. Yates 1938; D. E. Knuth, The Art of Computer Programming, 3.4.2. */
export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const out = [...items];
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [out[i], out[j]] = [out[j] as Item, out[i] as Item]; // both lie inside
  }
  return out;
}
