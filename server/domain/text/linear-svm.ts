import type { SparseRows } from "./sparse-rows";

export type SvmOptions = {
  /** C: how dear a mistake is against large weights */
  cost: number;
  /** how much dearer a mistake on a row of the class is than one on the others */
  positiveCost: number;
  /** the sweep ends when no projected gradient is further than this from the others */
  tolerance: number;
  mostSweeps: number;
  /** uniform on [0, 1): the order of the rows in a sweep */
  random: () => number;
};

/** The last weight is the intercept. */
export type Weights = Float64Array;

/**
 * Weights of a linear support vector machine with squared hinge loss, the intercept among the weights, found by
 * coordinate descent on the dual with shrinking. `sides[r]` is 1 where row r is of the class, -1 where it is not.
 *
 * Source: C.-J. Hsieh, K.-W. Chang, C.-J. Lin, S. S. Keerthi, S. Sundararajan 2008, "A dual coordinate descent method for
 * large-scale linear SVM", ICML, algorithms 1 and 3, in the L2-SVM form.
 */
export function linearSvm(rows: SparseRows, sides: Int8Array, options: SvmOptions): Weights {
  const state = new Dual(rows, sides, options);
  const order = Int32Array.from(sides, (_, row) => row);
  let active = order.length;
  let bound = Number.POSITIVE_INFINITY;
  for (let sweep = 0; sweep < options.mostSweeps; sweep++) {
    shuffle(order, active, options.random);
    const { left, highest, lowest } = sweepOver(state, order, active, bound);
    const isDone = highest - lowest <= options.tolerance;
    if (isDone && active === order.length) break;
    active = isDone ? order.length : left;
    bound = isDone || highest <= 0 ? Number.POSITIVE_INFINITY : highest;
  }
  return state.weights;
}

/** One sweep over the active rows; those that rest at zero are put behind `left`. */
function sweepOver(state: Dual, order: Int32Array, active: number, bound: number) {
  let left = active;
  let highest = Number.NEGATIVE_INFINITY;
  let lowest = Number.POSITIVE_INFINITY;
  for (let at = 0; at < left; at++) {
    const row = order[at] ?? 0;
    const gradient = state.gradient(row);
    const rests = state.multipliers[row] === 0;
    if (rests && gradient > bound) {
      left--;
      order[at] = order[left] ?? 0;
      order[left] = row;
      at--;
      continue;
    }
    const projected = rests ? Math.min(gradient, 0) : gradient;
    highest = Math.max(highest, projected);
    lowest = Math.min(lowest, projected);
    if (Math.abs(projected) > 1e-12) state.move(row, gradient);
  }
  return { left, highest, lowest };
}

class Dual {
  readonly weights: Weights;
  readonly multipliers: Float64Array;
  readonly #diagonal: Float64Array;
  readonly #slack: Float64Array;

  constructor(
    readonly rows: SparseRows,
    readonly sides: Int8Array,
    { cost, positiveCost }: SvmOptions,
  ) {
    this.weights = new Float64Array(rows.width + 1);
    this.multipliers = new Float64Array(sides.length);
    this.#slack = Float64Array.from(sides, (side) => 1 / (2 * cost * (side > 0 ? positiveCost : 1)));
    this.#diagonal = this.#slack.map((slack, row) => slack + 1 + squaresOf(rows, row));
  }

  gradient(row: number): number {
    const { rows, weights } = this;
    const { columns, values } = rows;
    const to = rows.starts[row + 1] ?? 0;
    let score = weights[rows.width] ?? 0;
    for (let i = rows.starts[row] ?? 0; i < to; i++)
      score += (values[i] ?? 0) * (weights[columns[i] ?? 0] ?? 0);
    return (this.sides[row] ?? 0) * score - 1 + (this.#slack[row] ?? 0) * (this.multipliers[row] ?? 0);
  }

  move(row: number, gradient: number): void {
    const { rows, weights } = this;
    const { columns, values } = rows;
    const before = this.multipliers[row] ?? 0;
    const after = Math.max(before - gradient / (this.#diagonal[row] ?? 1), 0);
    this.multipliers[row] = after;
    const step = (after - before) * (this.sides[row] ?? 0);
    const to = rows.starts[row + 1] ?? 0;
    for (let i = rows.starts[row] ?? 0; i < to; i++) {
      const column = columns[i] ?? 0;
      weights[column] = (weights[column] ?? 0) + step * (values[i] ?? 0);
    }
    weights[rows.width] = (weights[rows.width] ?? 0) + step;
  }
}

function squaresOf(rows: SparseRows, row: number): number {
  let sum = 0;
  for (let i = rows.starts[row] ?? 0; i < (rows.starts[row + 1] ?? 0); i++) sum += (rows.values[i] ?? 0) ** 2;
  return sum;
}

/** The first `count` entries in random order (Fisher and Yates). */
function shuffle(order: Int32Array, count: number, random: () => number): void {
  for (let at = count - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = held;
  }
}
