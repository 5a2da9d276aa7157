import type { BinnedTable } from "./bins";
import type { Tree } from "./tree";

/** A tree as arrays by node, for a walk of many rows. A node without a feature (-1) is a leaf. */
type FlatTree = {
  feature: Int32Array;
  threshold: Int32Array;
  missingBin: Int32Array;
  /** where the missing go; the position of the first of the node's eight words in `masks`, or -1 */
  missing: Int32Array;
  mask: Int32Array;
  masks: Int32Array;
  /** of node n: the left one at 2n, the right one at 2n + 1 */
  children: Int32Array;
  value: Float64Array;
};

export function flattened(tree: Tree): FlatTree {
  const masked = tree.filter(({ split }) => split?.mask);
  const of = (read: (node: Tree[number]) => number) => Int32Array.from(tree, read);
  return {
    feature: of(({ split }) => split?.feature ?? -1),
    threshold: of(({ split }) => split?.threshold ?? 0),
    missingBin: of(({ split }) => split?.missingBin ?? -1),
    missing: of(({ split, left, right }) => (split?.missingLeft ? left : right)),
    mask: of((node) => (node.split?.mask ? 8 * masked.indexOf(node) : -1)),
    masks: Int32Array.from(masked.flatMap(({ split }) => split?.mask ?? [])),
    children: Int32Array.from(tree.flatMap(({ left, right }) => [left, right])),
    value: Float64Array.from(tree, ({ value }) => value),
  };
}

/** So many rows fit the processor's nearest memory while all trees look at them. */
const BLOCK = 4096;

/** Adds to each of the rows what the trees say of it. */
export function addTrees(
  out: Float64Array,
  trees: readonly FlatTree[],
  table: BinnedTable,
  rows: ArrayLike<number>,
): void {
  for (let from = 0; from < rows.length; from += BLOCK)
    for (const tree of trees) addTree(out, tree, table, rows, [from, Math.min(from + BLOCK, rows.length)]);
}

function addTree(
  out: Float64Array,
  tree: FlatTree,
  { cells, rows: count }: BinnedTable,
  rows: ArrayLike<number>,
  [from, to]: readonly [number, number],
): void {
  const { feature, value } = tree;
  for (let i = from; i < to; i++) {
    const row = rows[i] ?? 0;
    let node = 0;
    let asked = feature[0] ?? -1;
    while (asked >= 0) {
      node = next(tree, node, cells[asked * count + row] ?? 0);
      asked = feature[node] ?? -1;
    }
    out[i] = (out[i] ?? 0) + (value[node] ?? 0);
  }
}

function next(tree: FlatTree, node: number, bin: number): number {
  if (bin === tree.missingBin[node]) return tree.missing[node] ?? 0;
  const mask = tree.mask[node] ?? -1;
  // without a branch, which no processor would guess: 1 where the bin lies above the threshold, or is not in the mask
  const isRight =
    mask < 0
      ? ((tree.threshold[node] ?? 0) - bin) >>> 31
      : 1 - (((tree.masks[mask + (bin >> 5)] ?? 0) >>> (bin & 31)) & 1);
  return tree.children[2 * node + isRight] ?? 0;
}
