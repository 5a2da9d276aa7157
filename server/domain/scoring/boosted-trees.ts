import { type BinnedTable, binTable, type FeatureBins } from "./bins";
import { addTrees, flattened } from "./flat-tree";
import { shuffled } from "./folds";
import { TreeGrower, type TreeRules } from "./grow-tree";
import { logLossOf, sigmoid } from "./sigmoid";
import type { TableColumn } from "./table-column";
import { leafOf, type Tree } from "./tree";

/** Log-odds = base + what each tree says. Plain data. */
export type BoostedTrees = { features: readonly FeatureBins[]; base: number; trees: readonly Tree[] };

/** What is to become small, row by row, as a function of the row's margin. */
export type Loss = {
  /** the margin to begin with */
  base(rows: Int32Array): number;
  /** first and second derivative by the margin */
  derive(row: number, margin: number): readonly [slope: number, curvature: number];
  of(row: number, margin: number): number;
};

export type BoostingRules = TreeRules & {
  mostTrees: number;
  /** share of the rows, and of the features, that each tree sees */
  rowShare: number;
  featureShare: number;
};

/** Rows that no tree sees: growth ends when their loss has not fallen for so many trees. Nothing is cut back. */
export type Watch = { rows: Int32Array; patience: number };

/** −log of the probability given to what came. `labels` are 0 or 1 by row of the table. */
export const logLossTo = (labels: Uint8Array): Loss => ({
  base(rows) {
    let positives = 0;
    for (const row of rows) positives += labels[row] ?? 0;
    return Math.log((positives + 0.5) / (rows.length - positives + 0.5));
  },
  derive(row, margin) {
    const p = sigmoid(margin);
    return [p - (labels[row] ?? 0), Math.max(p * (1 - p), 1e-12)];
  },
  of: (row, margin) => logLossOf(margin, labels[row] === 1),
});

/**
 * Adds up small trees, each of which follows the slope of the loss at what those before it say, with Newton's step in
 * every leaf. `losses[k]` is the mean loss of the watched rows after k trees. Source: J. H. Friedman 2001, Annals of
 * Statistics 29, 1189–1232 (boosting, shrinkage); 2002, Computational Statistics & Data Analysis 38, 367–378 (sampling).
 */
export function boost(
  table: BinnedTable,
  rows: Int32Array,
  loss: Loss,
  rules: BoostingRules,
  random: () => number,
  watch: Watch | null = null,
): BoostedTrees & { losses: number[] } {
  const grower = new TreeGrower(table, rules, rows.length);
  const base = loss.base(rows);
  const state = {
    margins: new Float64Array(table.rows).fill(base),
    slope: new Float64Array(table.rows),
    curvature: new Float64Array(table.rows),
  };
  const everyFeature = table.features.map((_, f) => f);
  const featureCount = Math.max(1, Math.round(everyFeature.length * rules.featureShare));
  const trees: Tree[] = [];
  const losses = watch === null ? [] : [meanLoss(loss, state.margins, watch.rows)];
  let least = 0;
  while (trees.length < rules.mostTrees && table.features.length > 0) {
    derive(loss, rows, state);
    const { seen, unseen } = drawn(rows, rules.rowShare, random);
    const features = shuffled(everyFeature, random).slice(0, featureCount);
    const tree = grower.grow(seen, features, state);
    trees.push(tree);
    move(state.margins, tree, table, unseen);
    if (watch === null) continue;
    move(state.margins, tree, table, watch.rows);
    losses.push(meanLoss(loss, state.margins, watch.rows));
    if ((losses.at(-1) ?? 0) < (losses[least] ?? 0)) least = trees.length;
    else if (trees.length - least >= watch.patience) break;
  }
  return { features: table.features, base, trees, losses };
}

function derive(
  loss: Loss,
  rows: Int32Array,
  { margins, slope, curvature }: { margins: Float64Array; slope: Float64Array; curvature: Float64Array },
): void {
  for (const row of rows) {
    const [first, second] = loss.derive(row, margins[row] ?? 0);
    slope[row] = first;
    curvature[row] = second;
  }
}

function drawn(rows: Int32Array, share: number, random: () => number) {
  if (share >= 1) return { seen: rows, unseen: rows.subarray(0, 0) };
  const seen = new Int32Array(rows.length);
  const unseen = new Int32Array(rows.length);
  let [s, u] = [0, 0];
  for (const row of rows) {
    if (random() < share) seen[s++] = row;
    else unseen[u++] = row;
  }
  return s === 0
    ? { seen: rows, unseen: rows.subarray(0, 0) }
    : { seen: seen.subarray(0, s), unseen: unseen.subarray(0, u) };
}

function move(margins: Float64Array, tree: Tree, table: BinnedTable, rows: Int32Array): void {
  for (const row of rows) margins[row] = (margins[row] ?? 0) + leafOf(tree, table, row).value;
}

function meanLoss(loss: Loss, margins: Float64Array, rows: Int32Array): number {
  let sum = 0;
  for (const row of rows) sum += loss.of(row, margins[row] ?? 0);
  return sum / rows.length;
}

/** The log-odds of rows of a table that was binned with the model's own features. */
export function treeMargins(
  { base, trees }: BoostedTrees,
  table: BinnedTable,
  rows: ArrayLike<number>,
): Float64Array {
  const out = new Float64Array(rows.length).fill(base);
  addTrees(out, trees.map(flattened), table, rows);
  return out;
}

/** The log-odds of every row of columns, which are found by their names. */
export function scoreColumns(
  model: BoostedTrees,
  columns: readonly TableColumn[],
  rows: number,
): Float64Array {
  const table = binTable(model.features, columns, rows);
  return treeMargins(
    model,
    table,
    Int32Array.from({ length: rows }, (_, row) => row),
  );
}
