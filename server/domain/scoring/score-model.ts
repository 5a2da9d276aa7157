import { binTable } from "./bins";
import { type BoostedTrees, treeMargins } from "./boosted-trees";
import type { Calibration } from "./calibration";
import type { DesignRule } from "./design";
import { type LevelRates, rateColumns } from "./level-rates";
import { linearScores } from "./linear-score";
import { sigmoid } from "./sigmoid";
import type { TableColumn } from "./table-column";

export type ModelKind = "logistic" | "gbt" | "blend";

/** A linear part: see logistic.ts; `l2` is the penalty that it was fitted with. `rates` are read as columns of their own. */
export type LinearPart = {
  rates: readonly LevelRates[];
  rule: DesignRule;
  intercept: number;
  weights: readonly number[];
  l2: number;
};
export type Forest = BoostedTrees & { rates: readonly LevelRates[] };

/**
 * A model of a yes or no. Its log-odds are those of the linear part and the mean of those of the forests, mixed by
 * `treeShare`, then calibrated. Plain data: as JSON and back it scores the same.
 */
export type ScoreModel = {
  kind: ModelKind;
  linear: LinearPart | null;
  /** each grown on another part of the training rows */
  forests: readonly Forest[];
  treeShare: number;
  calibration: Calibration;
};

/** The probability of each of the rows, in their order. Columns are found by their names; one that lacks is missing. */
export function scoreRows(
  { linear, forests, treeShare, calibration }: ScoreModel,
  columns: readonly TableColumn[],
  rows: ArrayLike<number>,
): Float64Array {
  const out = new Float64Array(rows.length);
  if (linear !== null) add(out, 1 - treeShare, linearMargins(linear, columns, rows));
  const chosen = forests.length > 0 ? chosenRows(columns, rows) : [];
  for (const forest of forests)
    add(out, treeShare / forests.length, forestMargins(forest, chosen, rows.length));
  return out.map((margin) => sigmoid(calibration.intercept + calibration.slope * margin));
}

function add(out: Float64Array, share: number, margins: Float64Array): void {
  for (let i = 0; i < out.length; i++) out[i] = (out[i] ?? 0) + share * (margins[i] ?? 0);
}

function linearMargins(
  { rates, rule, intercept, weights }: LinearPart,
  columns: readonly TableColumn[],
  rows: ArrayLike<number>,
): Float64Array {
  const read = [...columns, ...rateColumns(rates, columns)];
  return linearScores(rule, { intercept, weights: Float64Array.from(weights) }, read, rows);
}

function forestMargins(forest: Forest, columns: readonly TableColumn[], rows: number): Float64Array {
  const read = [...columns, ...rateColumns(forest.rates, columns)];
  const all = Int32Array.from({ length: rows }, (_, i) => i);
  return treeMargins(forest, binTable(forest.features, read, rows), all);
}

/** Columns of the chosen rows only, in their order. */
export const chosenRows = (columns: readonly TableColumn[], rows: ArrayLike<number>): TableColumn[] =>
  columns.map((column) =>
    column.kind === "number"
      ? { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN) }
      : { ...column, codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1) },
  );
