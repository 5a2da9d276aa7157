/**
 * A pure function that keeps its last `size` answers. Who asks again for what `isSame` gets the answer of then; its
 * arguments must not be changed afterwards.
 */
export function rememberLast<In, Out>(
  size: number,
  isSame: (a: In, b: In) => boolean,
  work: (given: In) => Out,
): (given: In) => Out {
  const kept: { given: In; answer: Out }[] = [];
  return (given) => {
    const found = kept.findIndex((entry) => isSame(entry.given, given));
    const [entry = { given, answer: work(given) }] = found === -1 ? [] : kept.splice(found, 1);
    kept.unshift(entry);
    kept.length = Math.min(kept.length, size);
    return entry.answer;
  };
}

export const isSameList = <Item>(
  a: readonly Item[],
  b: readonly Item[],
  isSame: (a: Item, b: Item) => boolean = Object.is,
): boolean => a.length === b.length && a.every((item, i) => isSame(item, b[i] as Item)); // both are as long
