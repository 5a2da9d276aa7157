import { type BinnedTable, binTable } from "./bins";
import { type BoostedTrees, treeMargins } from "./boosted-trees";
import type { Calibration } from "./calibration";
import { type DesignRule, designOf } from "./design";
import { type LevelRates, rateColumns } from "./level-rates";
import { marginsOf } from "./logistic";
import { sigmoid } from "./sigmoid";
import type { TableColumn } from "./table-column";

export type ModelKind = "logistic" | "gbt" | "blend";

/** A linear part: see logistic.ts; `l2` is the penalty that it was fitted with. */
export type LinearPart = { rule: DesignRule; intercept: number; weights: readonly number[]; l2: number };

/**
 * A model of a yes or no. Its log-odds are those of the linear part and the mean of those of the trees, mixed by
 * `treeShare`, then calibrated. Plain data: as JSON and back it scores the same.
 */
export type ScoreModel = {
  kind: ModelKind;
  /** of columns of many words; the parts read the numbers that they make */
  rates: readonly LevelRates[];
  linear: LinearPart | null;
  /** grown on different parts of the training rows, all with the same bins */
  forests: readonly BoostedTrees[];
  treeShare: number;
  calibration: Calibration;
};

/** The probability of each of the rows, in their order. Columns are found by their names; one that lacks is missing. */
export function scoreRows(
  model: ScoreModel,
  columns: readonly TableColumn[],
  rows: ArrayLike<number>,
): Float64Array {
  const { calibration, treeShare } = model;
  const read = columnsFor(model, columns);
  const linear = linearMargins(model.linear, read, rows);
  const trees = forestMargins(model.forests, read, rows);
  return linear.map((margin, i) => {
    const mixed = (1 - treeShare) * margin + treeShare * (trees[i] ?? 0);
    return sigmoid(calibration.intercept + calibration.slope * mixed);
  });
}

/** The columns that the parts of a model read. */
export const columnsFor = ({ rates }: ScoreModel, columns: readonly TableColumn[]): TableColumn[] => [
  ...columns,
  ...rateColumns(rates, columns),
];

/** Zeros where there is no linear part. */
function linearMargins(
  linear: LinearPart | null,
  columns: readonly TableColumn[],
  rows: ArrayLike<number>,
): Float64Array {
  if (linear === null) return new Float64Array(rows.length);
  const { rule, intercept, weights } = linear;
  return marginsOf({ intercept, weights: Float64Array.from(weights) }, designOf(rule, columns, rows));
}

function forestMargins(
  forests: readonly BoostedTrees[],
  columns: readonly TableColumn[],
  rows: ArrayLike<number>,
): Float64Array {
  const out = new Float64Array(rows.length);
  const table = chosenRows(forests, columns, rows);
  if (table === null) return out;
  const all = Int32Array.from({ length: rows.length }, (_, i) => i);
  for (const forest of forests)
    for (const [i, margin] of treeMargins(forest, table, all).entries())
      out[i] = (out[i] ?? 0) + margin / forests.length;
  return out;
}

/** The chosen rows only, binned; null without trees. */
export function chosenRows(
  forests: readonly BoostedTrees[],
  columns: readonly TableColumn[],
  rows: ArrayLike<number>,
): BinnedTable | null {
  const features = forests[0]?.features;
  if (features === undefined) return null;
  const needed = new Set(features.map(({ name }) => name));
  const chosen = columns
    .filter(({ name }) => needed.has(name))
    .map((column) =>
      column.kind === "number"
        ? { ...column, values: Float64Array.from(rows, (row) => column.values[row] ?? Number.NaN) }
        : { ...column, codes: Int32Array.from(rows, (row) => column.codes[row] ?? -1) },
    );
  return binTable(features, chosen, rows.length);
}
