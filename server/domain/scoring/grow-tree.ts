import {
  bestSplit,
  type Candidate,
  type Histogram,
  histogramLayout,
  type SplitRules,
  type Sums,
} from "./best-split";
import type { BinnedTable } from "./bins";
import { goesLeft, type Tree, type TreeNode } from "./tree";

export type TreeRules = SplitRules & {
  /** how many leaves a tree may have */
  leaves: number;
  /** what part of each leaf's best value is taken */
  rate: number;
};

/** A leaf that may be split: its rows are `order[start .. end)`. */
type Open = {
  node: number;
  start: number;
  end: number;
  total: Sums;
  histogram: Histogram;
  best: Candidate | null;
};

/**
 * Grows trees over one table, leaf by leaf, the one that lowers the loss most first. It keeps its memory between trees.
 * Source: G. Ke et al. 2017, LightGBM, NIPS: histograms, of which the larger sibling's is the parent's less the smaller's.
 */
export class TreeGrower {
  /** rows of the last tree, leaf by leaf */
  readonly #order: Int32Array;
  readonly #spare: Int32Array;
  readonly #slopes: Float64Array;
  readonly #curvatures: Float64Array;
  readonly #offsets: Int32Array;
  readonly #bins: number;
  readonly #pool: Histogram[] = [];

  constructor(
    readonly table: BinnedTable,
    readonly rules: TreeRules,
    mostRows: number,
  ) {
    this.#order = new Int32Array(mostRows);
    this.#spare = new Int32Array(mostRows);
    this.#slopes = new Float64Array(mostRows);
    this.#curvatures = new Float64Array(mostRows);
    const { offsets, bins } = histogramLayout(table.features);
    this.#offsets = offsets;
    this.#bins = bins;
  }

  /**
   * One tree on `rows` and some of the features; `slope` and `curvature` are the loss's by row of the table. `margins` of
   * `rows` are moved by what the tree says.
   */
  grow(
    rows: Int32Array,
    features: readonly number[],
    loss: { slope: Float64Array; curvature: Float64Array; margins: Float64Array },
  ): Tree {
    this.#order.set(rows);
    const root = this.#open(0, 0, rows.length, features, loss, null);
    const nodes: TreeNode[] = [this.#leaf(root.total)];
    const open = [root];
    for (let leaves = 1; leaves < this.rules.leaves; leaves++) {
      const next = mostWon(open);
      if (next === null) break;
      open.splice(open.indexOf(next), 1, ...this.#split(next, nodes, features, loss));
    }
    for (const { node, start, end, histogram } of open) {
      const value = nodes[node]?.value ?? 0;
      for (let i = start; i < end; i++) {
        const row = this.#order[i] ?? 0;
        loss.margins[row] = (loss.margins[row] ?? 0) + value;
      }
      this.#pool.push(histogram);
    }
    return nodes;
  }

  #leaf({ slope, curvature }: Sums): TreeNode {
    const value = (-slope / (curvature + this.rules.l2)) * this.rules.rate;
    return { value, weight: curvature, split: null, left: -1, right: -1 };
  }

  #split(
    parent: Open,
    nodes: TreeNode[],
    features: readonly number[],
    loss: { slope: Float64Array; curvature: Float64Array },
  ): Open[] {
    const { best, start, end, total, histogram } = parent;
    if (best === null) throw new RangeError("a leaf without a split is not opened");
    const { left, ...split } = best;
    const middle = this.#partition(parent, best);
    const right = { slope: total.slope - left.slope, curvature: total.curvature - left.curvature };
    const at = nodes.length;
    nodes.push(this.#leaf(left), this.#leaf(right));
    const node = nodes[parent.node];
    if (node !== undefined) nodes[parent.node] = { ...node, split, left: at, right: at + 1 };
    const leftIsSmaller = middle - start <= end - middle;
    const sides = [
      { node: at, start, end: middle },
      { node: at + 1, start: middle, end },
    ] as const;
    const [small, large] = leftIsSmaller ? sides : ([sides[1], sides[0]] as const);
    const first = this.#open(small.node, small.start, small.end, features, loss, null);
    subtract(histogram, first.histogram);
    const second = this.#open(large.node, large.start, large.end, features, loss, {
      histogram,
      total: leftIsSmaller ? right : left,
    });
    return [first, second];
  }

  /** A leaf with its histogram, counted or known, and the best split of it. */
  #open(
    node: number,
    start: number,
    end: number,
    features: readonly number[],
    loss: { slope: Float64Array; curvature: Float64Array },
    known: { histogram: Histogram; total: Sums } | null,
  ): Open {
    const { histogram, total } = known ?? this.#count(start, end, features, loss);
    let best: Candidate | null = null;
    for (const feature of features) {
      const bins = this.table.features[feature];
      if (bins === undefined) continue;
      const found = bestSplit(histogram, this.#offsets[feature] ?? 0, { feature, bins }, total, this.rules);
      if (found !== null && found.gain > (best?.gain ?? 0)) best = found;
    }
    return { node, start, end, total, histogram, best };
  }

  #count(
    start: number,
    end: number,
    features: readonly number[],
    { slope, curvature }: { slope: Float64Array; curvature: Float64Array },
  ): { histogram: Histogram; total: Sums } {
    const histogram = this.#pool.pop()?.fill(0) ?? new Float64Array(2 * this.#bins);
    const total = { slope: 0, curvature: 0 };
    // in the order of the rows once, then straight through for every feature
    for (let i = start; i < end; i++) {
      const row = this.#order[i] ?? 0;
      const g = slope[row] ?? 0;
      const h = curvature[row] ?? 0;
      this.#slopes[i] = g;
      this.#curvatures[i] = h;
      total.slope += g;
      total.curvature += h;
    }
    for (const feature of features)
      addBins(
        histogram,
        this.#offsets[feature] ?? 0,
        this.table.cells.subarray(feature * this.table.rows, (feature + 1) * this.table.rows),
        this.#order.subarray(start, end),
        this.#slopes.subarray(start, end),
        this.#curvatures.subarray(start, end),
      );
    return { histogram, total };
  }

  /** Rows that go left first, each side in the order it was; where the right side begins. */
  #partition({ start, end }: Open, split: Candidate): number {
    const { cells, rows } = this.table;
    const from = split.feature * rows;
    const isLeft = Uint8Array.from({ length: 256 }, (_, bin) => (goesLeft(split, bin) ? 1 : 0));
    let [left, right] = [start, 0];
    for (let i = start; i < end; i++) {
      const row = this.#order[i] ?? 0;
      if (isLeft[cells[from + row] ?? 0] === 1) this.#order[left++] = row;
      else this.#spare[right++] = row;
    }
    this.#order.set(this.#spare.subarray(0, right), left);
    return left;
  }
}

function mostWon(open: readonly Open[]): Open | null {
  let found: Open | null = null;
  for (const one of open) if ((one.best?.gain ?? 0) > Math.max(1e-9, found?.best?.gain ?? 0)) found = one;
  return found;
}

function addBins(
  histogram: Histogram,
  offset: number,
  cells: Uint8Array,
  order: Int32Array,
  slopes: Float64Array,
  curvatures: Float64Array,
): void {
  const from = 2 * offset;
  for (let i = 0; i < order.length; i++) {
    const at = from + 2 * (cells[order[i] ?? 0] ?? 0);
    histogram[at] = (histogram[at] ?? 0) + (slopes[i] ?? 0);
    histogram[at + 1] = (histogram[at + 1] ?? 0) + (curvatures[i] ?? 0);
  }
}

/** Rounding may leave an empty bin with a trace: it is emptied, so that no split is made of it. */
function subtract(histogram: Histogram, part: Histogram): void {
  for (let i = 0; i < histogram.length; i += 2) {
    const curvature = (histogram[i + 1] ?? 0) - (part[i + 1] ?? 0);
    const isEmpty = curvature < 1e-9;
    histogram[i] = isEmpty ? 0 : (histogram[i] ?? 0) - (part[i] ?? 0);
    histogram[i + 1] = isEmpty ? 0 : curvature;
  }
}
