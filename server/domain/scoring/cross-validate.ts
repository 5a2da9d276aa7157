import { momentFor } from "../moment";
import { fitScore } from "./fit-score";
import { stratifiedFolds } from "./folds";
import { type ModelKind, type ScoreModel, scoreRows } from "./score-model";
import type { TableColumn } from "./table-column";

/** Probabilities by row from models that have not seen the row, the fold of each row, and those models. */
export type CrossValidated = { probabilities: Float64Array; foldOf: Uint8Array; models: ScoreModel[] };

/** Predicts each stratified fold by a model of the others. `labels` are 0 or 1; the same seed gives the same result. */
export function crossValidate(
  columns: readonly TableColumn[],
  labels: Uint8Array,
  kind: ModelKind,
  { folds, seed }: { folds: number; seed: number },
): CrossValidated {
  const foldOf = stratifiedFolds(labels, folds, momentFor(0, seed, 0, 0).random);
  const probabilities = new Float64Array(labels.length);
  const rows = Int32Array.from(labels.keys());
  const models = Array.from({ length: folds }, (_, fold) => {
    const seen = rows.filter((row) => foldOf[row] !== fold);
    const unseen = rows.filter((row) => foldOf[row] === fold);
    const model = fitScore(columns, labels, seen, kind, momentFor(0, seed, fold + 1, 0).random);
    for (const [i, p] of scoreRows(model, columns, unseen).entries()) probabilities[unseen[i] ?? 0] = p;
    return model;
  });
  return { probabilities, foldOf, models };
}
