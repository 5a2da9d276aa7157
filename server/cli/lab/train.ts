import { writeFile } from "node:fs/promises";
import { momentFor } from "@/server/domain/moment";
import { type CrossValidated, crossValidate } from "@/server/domain/scoring/cross-validate";
import { fitScore } from "@/server/domain/scoring/fit-score";
import { importantColumns, modelCard } from "@/server/domain/scoring/model-card";
import { performanceOf } from "@/server/domain/scoring/performance";
import type { ModelKind } from "@/server/domain/scoring/score-model";
import type { TableColumn } from "@/server/domain/scoring/table-column";
import { tellingAlone } from "@/server/domain/scoring/telling-alone";
import { kindsOf, typeColumns } from "@/server/domain/scoring/type-columns";
import { BadInput } from "./bad-input";
import type { LabCommand } from "./command";
import { featuresOf } from "./feature-columns";
import { labelsOf } from "./label-column";
import { readTable } from "./table";

/** A column that tells this much alone is mostly the label in other words. */
const TOO_TELLING = 0.99;
const MOST_FEATURES = 20;

/** How well a yes or no can be told from a table. */
export const train: LabCommand = {
  usage:
    "train FILE --label COL [--positive VALUE] [--folds 5] [--seed 0] [--model logistic|gbt|auto] [--drop COL,…] [--out MODEL.json]",
  about:
    "How well a model tells the label of rows that it has not seen: stratified folds, dealt by the seed. ece10 has ten bins of equal width. --out writes a model of all rows with its card.",
  options: {
    label: { type: "string" },
    positive: { type: "string" },
    folds: { type: "string" },
    seed: { type: "string" },
    model: { type: "string" },
    drop: { type: "string" },
    out: { type: "string" },
  },
  files: [1, 1],
  async run({ files, flags }) {
    const label = flags.needed("label");
    const folds = flags.number("folds", 5, { least: 2, most: 50, isWhole: true });
    const seed = flags.number("seed", 0, { isWhole: true });
    const asked = flags.oneOf("model", ["logistic", "gbt", "auto"], "auto");
    const kind: ModelKind = asked === "auto" ? "blend" : asked;
    const table = await readTable(files[0] ?? "");
    const { values: labels, positive } = labelsOf(table, "--label", label, flags.text("positive"));
    refuseFewRows(labels, folds, label);
    const { columns, left } = featuresOf(table, [label], flags.list("drop"));
    const started = performance.now();
    const kinds = kindsOf(columns);
    const typed = typeColumns(columns, kinds);
    const tested = crossValidate(typed, labels, kind, { folds, seed });
    const fitSeconds = Math.round((performance.now() - started) / 10) / 100;
    const judged = performanceOf(tested.probabilities, labels, tested.foldOf);
    const out = flags.text("out");
    if (out !== null) {
      const model = fitScore(typed, labels, everyRow(labels), kind, momentFor(0, seed, 0, 1).random);
      const card = modelCard(model, typed, labels, { ...tested, performance: judged, window: null });
      await writeFile(out, JSON.stringify({ card, kinds, model }));
    }
    const { calibration, ...figures } = judged;
    return {
      ...figures,
      n: labels.length,
      positiveRate: labels.reduce((sum, one) => sum + one, 0) / labels.length,
      fitSeconds,
      positive,
      model: chosenBy(tested),
      features: meanImportances(tested, typed, labels).slice(0, MOST_FEATURES),
      calibration,
      leftOut: left,
      warnings: warningsOf(typed, labels),
    };
  },
};

const everyRow = (labels: Uint8Array) => Int32Array.from(labels.keys());

function refuseFewRows(labels: Uint8Array, folds: number, label: string): void {
  const positives = labels.reduce((sum, one) => sum + one, 0);
  const fewest = Math.min(positives, labels.length - positives);
  if (fewest < 2)
    throw new BadInput(
      "--label",
      `one of the values of column "${label}" is in a single row; two are needed`,
    );
  if (fewest < folds)
    throw new BadInput(
      "--folds",
      `only ${fewest} rows of column "${label}" hold the rarer value; take at most ${fewest}`,
    );
}

/** What was chosen in each fold. */
function chosenBy({ models }: CrossValidated) {
  return {
    kind: models[0]?.kind,
    treeShare: models.map(({ treeShare }) => treeShare),
    l2: models.map(({ linear }) => linear?.l2 ?? null),
    trees: models.map(({ forests }) => forests.reduce((sum, { trees }) => sum + trees.length, 0)),
  };
}

/** By how many log-odds each column moves a row that the model has not seen, on average over the folds. */
function meanImportances(
  { models, foldOf }: CrossValidated,
  columns: readonly TableColumn[],
  labels: Uint8Array,
) {
  const sums = new Map<string, number>();
  for (const [fold, model] of models.entries()) {
    const rows = everyRow(labels).filter((row) => foldOf[row] === fold);
    for (const { column, logOdds } of importantColumns(model, columns, rows))
      sums.set(column, (sums.get(column) ?? 0) + logOdds / models.length);
  }
  return [...sums]
    .sort(([, a], [, b]) => b - a)
    .map(([column, logOdds]) => ({ column, logOdds: Math.round(logOdds * 1e4) / 1e4 }));
}

const warningsOf = (columns: readonly TableColumn[], labels: Uint8Array): string[] =>
  columns
    .filter((column) => tellingAlone(column, labels) >= TOO_TELLING)
    .map(
      ({ name }) =>
        `${name} alone tells the label almost surely: if it was known only after the label, --drop it`,
    );
