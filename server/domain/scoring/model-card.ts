import { type ColumnProfile, profileOf } from "./drift";
import type { Performance } from "./performance";
import { contributionsOf, importances, type Reason } from "./reasons";
import type { ModelKind, ScoreModel } from "./score-model";
import type { TableColumn } from "./table-column";

/** What a reader must know of a model before trusting it. Plain data. */
export type ModelCard = Performance & {
  /** the days that the rows are of, ISO 8601; null where they have none */
  window: { from: string; to: string } | null;
  n: number;
  positiveRate: number;
  kind: ModelKind;
  /** the trees' part of the blend, from 0 to 1 */
  treeShare: number;
  /** by how many log-odds each column moves a row on average, the strongest first */
  columns: Reason[];
  /** how each column and the scores were spread in training, to tell drift by */
  profiles: ColumnProfile[];
};

/** The column of scores among the profiles. */
const SCORE = "score";
/** The mean contribution needs no more rows. */
const MOST_ROWS = 2000;

/** The card of a model fitted on all rows; `performance` must come from rows that the judged models had not seen. */
export function modelCard(
  model: ScoreModel,
  columns: readonly TableColumn[],
  labels: Uint8Array,
  tested: { performance: Performance; probabilities: Float64Array; window: ModelCard["window"] },
): ModelCard {
  const rows = Int32Array.from(labels.keys());
  const scores: TableColumn = { kind: "number", name: SCORE, values: tested.probabilities };
  return {
    window: tested.window,
    n: labels.length,
    positiveRate: labels.reduce((sum, label) => sum + label, 0) / labels.length,
    kind: model.kind,
    treeShare: model.treeShare,
    ...tested.performance,
    columns: importantColumns(model, columns, rows),
    profiles: [...columns, scores].map((column) => profileOf(column, rows)),
  };
}

/** By how many log-odds each column moves some evenly chosen ones of the rows, on average; the strongest first. */
export function importantColumns(
  model: ScoreModel,
  columns: readonly TableColumn[],
  rows: Int32Array,
): Reason[] {
  const stride = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  return importances(
    contributionsOf(
      model,
      columns,
      rows.filter((_, i) => i % stride === 0),
    ),
  );
}
