import type { BinnedTable } from "./bins";

/**
 * A question to a row. Of numbers: its bin is at most `threshold`; what is missing (`missingBin`) goes left where
 * `missingLeft` says so. Of words: its bin is among `mask`, 256 bits in eight whole numbers.
 */
export type Split = {
  feature: number;
  threshold: number;
  missingBin: number;
  missingLeft: boolean;
  mask: readonly number[] | null;
  gain: number;
};
/** `value`: what the node adds to the log-odds if the way ends there. `left`, `right`: positions of nodes. */
export type TreeNode = { value: number; weight: number; split: Split | null; left: number; right: number };
/** The root first. Plain data. */
export type Tree = readonly TreeNode[];

export function goesLeft({ mask, threshold, missingBin, missingLeft }: Split, bin: number): boolean {
  if (mask !== null) return (((mask[bin >> 5] ?? 0) >>> (bin & 31)) & 1) === 1;
  return bin === missingBin ? missingLeft : bin <= threshold;
}

/** The node in which a row ends. */
export function leafOf(tree: Tree, { cells, rows }: BinnedTable, row: number): TreeNode {
  let node = tree[0] as TreeNode; // a tree has a root
  while (node.split !== null) {
    const isLeft = goesLeft(node.split, cells[node.split.feature * rows + row] ?? 0);
    node = tree[isLeft ? node.left : node.right] as TreeNode; // a split has both
  }
  return node;
}
