import { auc } from "./metrics";
import type { TableColumn } from "./table-column";

const FEWEST_ROWS = 20;

/**
 * How well one column alone tells a yes or no (labels 0 or 1): the area under the ROC curve, in the better direction. A
 * word counts as its level's share of yes; levels of fewer than twenty rows, which would tell themselves, as the base rate,
 * and so does what is missing. 0.5 where nothing is told. Close to 1 the column mostly is the label in other words.
 */
export function tellingAlone(column: TableColumn, labels: Uint8Array): number {
  const scores =
    column.kind === "number" ? numberScores(column.values, labels) : levelShares(column.codes, labels);
  const area = auc(scores, labels) ?? 0.5;
  return Math.max(area, 1 - area);
}

const baseOf = (labels: Uint8Array): number =>
  labels.reduce((sum, label) => sum + label, 0) / Math.max(1, labels.length);

/** What is missing stands at the median, where it tells least. */
function numberScores(values: Float64Array, labels: Uint8Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value)).sort();
  const middle = known[known.length >> 1] ?? 0;
  return known.length === labels.length
    ? values
    : values.map((value) => (Number.isNaN(value) ? middle : value));
}

function levelShares(codes: Int32Array, labels: Uint8Array): Float64Array {
  const rows = new Map<number, { n: number; yes: number }>();
  for (const [row, code] of codes.entries()) {
    const level = rows.get(code) ?? { n: 0, yes: 0 };
    rows.set(code, { n: level.n + 1, yes: level.yes + (labels[row] ?? 0) });
  }
  const base = baseOf(labels);
  return Float64Array.from(codes, (code) => {
    const { n, yes } = rows.get(code) ?? { n: 0, yes: 0 };
    return code < 0 || n < FEWEST_ROWS ? base : yes / n;
  });
}
