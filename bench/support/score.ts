import { momentFor } from "@/server/domain/moment";
import { fitScore } from "@/server/domain/scoring/fit-score";
import { auc } from "@/server/domain/scoring/metrics";
import { type ModelKind, scoreRows } from "@/server/domain/scoring/score-model";
import { count } from "./options";
import { peakRssMb } from "./peak-memory";
import { scoringTable } from "./scoring-table";

const SEED = 0;
const TRAINED_ON = 20_000;

/** How many rows of `--rows` × `--columns` numbers a fitted model scores in a second, from the columns to calibrated probabilities. */
export async function score(given: Readonly<Record<string, string>>): Promise<object> {
  const rows = count(given, "rows", 1_000_000);
  const width = count(given, "columns", 20);
  const asked = scoringTable(rows, width, SEED + 1, true);
  return {
    rows,
    columns: width,
    logistic: scored("logistic", width, asked),
    trees: scored("gbt", width, asked),
    aucBound: auc(asked.probabilities, asked.labels),
    peakRssMb: peakRssMb(),
  };
}

function scored(kind: ModelKind, width: number, { columns, labels }: ReturnType<typeof scoringTable>) {
  const known = scoringTable(TRAINED_ON, width, SEED, true);
  const learnt = Int32Array.from(known.labels.keys());
  const model = fitScore(known.columns, known.labels, learnt, kind, momentFor(0, SEED, 1, 0).random);
  const rows = Int32Array.from(labels.keys());
  const started = performance.now();
  const probabilities = scoreRows(model, columns, rows);
  const seconds = (performance.now() - started) / 1000;
  return {
    seconds: Math.round(seconds * 100) / 100,
    rowsPerSecond: Math.round(rows.length / seconds),
    trees: model.forests.reduce((sum, { trees }) => sum + trees.length, 0),
    auc: auc(probabilities, labels),
  };
}
