import { type BinnedTable, binTable } from "./bins";
import type { BoostedTrees } from "./boosted-trees";
import { type Design, type DesignRule, designOf } from "./design";
import { rateColumns } from "./level-rates";
import { chosenRows, type LinearPart, type ScoreModel } from "./score-model";
import type { TableColumn } from "./table-column";
import { goesLeft, type Tree } from "./tree";

/** How many log-odds a column adds to a score, against a row of the training's averages. */
export type Reason = { column: string; logOdds: number };

/** `logOdds[i * columns.length + c]`: what column c adds in row i. `base` and a row's sum are its calibrated log-odds. */
export type Contributions = { columns: readonly string[]; base: number; logOdds: Float64Array };

/**
 * Where the scores of rows come from, column by column. Of the linear part: weight times the distance from the training's
 * mean, which needs no more where effects add up. Of trees: along a row's way, the change of the node's value belongs to the
 * column that was asked (A. Saabas 2014, treeinterpreter); it is exact for the row's way, not the Shapley value.
 */
export function contributionsOf(
  { linear, forests, treeShare, calibration }: ScoreModel,
  columns: readonly TableColumn[],
  rows: ArrayLike<number>,
): Contributions {
  const names = [
    ...new Set([
      ...(linear?.rule.fields.map(({ name }) => name) ?? []),
      ...forests.flatMap(({ features }) => features.map(({ name }) => name)),
    ]),
  ];
  const chosen = chosenRows(columns, rows);
  const { length } = rows;
  const out = {
    columns: names,
    base: calibration.intercept,
    logOdds: new Float64Array(length * names.length),
  };
  if (linear !== null) addLinear(out, linear, chosen, length, calibration.slope * (1 - treeShare));
  for (const forest of forests) {
    const read = [...chosen, ...rateColumns(forest.rates, chosen)];
    const table = binTable(forest.features, read, length);
    addForest(out, forest, table, (calibration.slope * treeShare) / forests.length);
  }
  return out;
}

/** The columns that moved row `row` of the contributions most, the strongest first. */
export function reasonsOf({ columns, logOdds }: Contributions, row: number, most: number): Reason[] {
  return columns
    .map((column, c) => ({ column, logOdds: logOdds[row * columns.length + c] ?? 0 }))
    .filter((reason) => reason.logOdds !== 0)
    .sort((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .slice(0, most);
}

/** How many log-odds each column moves a row, on average, up or down; the strongest first. */
export function importances({ columns, logOdds }: Contributions): Reason[] {
  const rows = Math.max(1, logOdds.length / Math.max(1, columns.length));
  const sums = new Float64Array(columns.length);
  for (const [at, one] of logOdds.entries()) {
    const c = at % columns.length;
    sums[c] = (sums[c] ?? 0) + Math.abs(one) / rows;
  }
  return columns
    .map((column, c) => ({ column, logOdds: sums[c] ?? 0 }))
    .sort((a, b) => b.logOdds - a.logOdds);
}

function addLinear(
  out: Contributions & { logOdds: Float64Array },
  linear: LinearPart,
  columns: readonly TableColumn[],
  rows: number,
  share: number,
): void {
  const { rule, rates, intercept } = linear;
  const read = [...columns, ...rateColumns(rates, columns)];
  const design = designOf(
    rule,
    read,
    Int32Array.from({ length: rows }, (_, i) => i),
  );
  const width = out.columns.length;
  const at = Int32Array.from(rule.fieldOf, (field) => out.columns.indexOf(rule.fields[field]?.name ?? ""));
  const weights = Float64Array.from(linear.weights, (weight) => weight * share);
  const usual = usualOf(rule, weights, at, width);
  out.base += share * intercept + usual.reduce((sum, one) => sum + one, 0);
  for (let i = 0; i < rows; i++) {
    const own = out.logOdds.subarray(i * width, (i + 1) * width);
    for (const [c, one] of usual.entries()) own[c] = (own[c] ?? 0) - one;
    addRow(own, design, i, weights, at);
  }
}

/** What each column adds in a row of the training's averages: numbers then are 0, levels their share. */
function usualOf(rule: DesignRule, weights: Float64Array, at: Int32Array, width: number): Float64Array {
  const usual = new Float64Array(width);
  for (const [mark, share] of rule.fields.flatMap(({ shares }) => shares).entries()) {
    const feature = rule.numberCount + mark;
    const column = at[feature] ?? 0;
    usual[column] = (usual[column] ?? 0) + share * (weights[feature] ?? 0);
  }
  return usual;
}

/** Adds to each column what its features say in one row. */
function addRow(
  own: Float64Array,
  { numberCount, numbers, slots, marks }: Design,
  row: number,
  weights: Float64Array,
  at: Int32Array,
): void {
  for (let j = 0; j < numberCount; j++) {
    const column = at[j] ?? 0;
    own[column] = (own[column] ?? 0) + (weights[j] ?? 0) * (numbers[row * numberCount + j] ?? 0);
  }
  for (const mark of marks.subarray(row * slots, (row + 1) * slots)) {
    if (mark < 0) continue;
    const column = at[mark] ?? 0;
    own[column] = (own[column] ?? 0) + (weights[mark] ?? 0);
  }
}

function addForest(
  out: Contributions & { logOdds: Float64Array },
  { base, trees, features }: BoostedTrees,
  table: BinnedTable,
  share: number,
): void {
  const at = features.map(({ name }) => out.columns.indexOf(name));
  out.base += share * (base + trees.reduce((sum, tree) => sum + (tree[0]?.value ?? 0), 0));
  for (let i = 0; i < table.rows; i++)
    for (const tree of trees)
      for (const { feature, change } of wayOf(tree, table, i)) {
        const cell = i * out.columns.length + (at[feature] ?? 0);
        out.logOdds[cell] = (out.logOdds[cell] ?? 0) + share * change;
      }
}

/** The questions on a row's way to its leaf, and by how much each answer changed the value. */
function wayOf(tree: Tree, { cells, rows }: BinnedTable, row: number): { feature: number; change: number }[] {
  const way: { feature: number; change: number }[] = [];
  let node = tree[0];
  while (node !== undefined && node.split !== null) {
    const { split, value } = node;
    const next = tree[goesLeft(split, cells[split.feature * rows + row] ?? 0) ? node.left : node.right];
    way.push({ feature: split.feature, change: (next?.value ?? value) - value });
    node = next;
  }
  return way;
}
