import { crossValidate } from "@/server/domain/scoring/cross-validate";
import {
  auc,
  averagePrecision,
  brier,
  calibrationBins,
  calibrationError,
  logLoss,
} from "@/server/domain/scoring/metrics";
import { typeColumns } from "@/server/domain/scoring/type-columns";
import type { LabCommand } from "./command";
import { featuresOf } from "./feature-columns";
import { labelsOf } from "./label-column";
import { readTable } from "./table";

/** How well a yes or no can be told from a table. */
export const train: LabCommand = {
  usage:
    "train FILE --label COL [--positive VALUE] [--folds 5] [--seed 0] [--model logistic|gbt|auto] [--drop COL,…]",
  about: "How well a model tells the label of rows that it has not seen.",
  options: {
    label: { type: "string" },
    positive: { type: "string" },
    folds: { type: "string" },
    seed: { type: "string" },
    model: { type: "string" },
    drop: { type: "string" },
  },
  files: [1, 1],
  async run({ files, flags }) {
    const label = flags.needed("label");
    const folds = flags.number("folds", 5, { least: 2, most: 50, isWhole: true });
    const seed = flags.number("seed", 0, { isWhole: true });
    const asked = flags.oneOf("model", ["logistic", "gbt", "auto"], "auto");
    const table = await readTable(files[0] ?? "");
    const { values: labels, positive } = labelsOf(table, "--label", label, flags.text("positive"));
    const { columns, left } = featuresOf(table, [label], flags.list("drop"));
    const started = performance.now();
    const typed = typeColumns(columns);
    const { probabilities, foldOf, models } = crossValidate(
      typed,
      labels,
      asked === "auto" ? "blend" : asked,
      {
        folds,
        seed,
      },
    );
    const seconds = (performance.now() - started) / 1000;
    const bins = calibrationBins(probabilities, labels);
    return {
      auc: auc(probabilities, labels),
      aucFolds: Array.from({ length: folds }, (_, fold) => {
        const rows = [...foldOf.keys()].filter((row) => foldOf[row] === fold);
        return auc(
          rows.map((row) => probabilities[row] ?? 0),
          rows.map((row) => labels[row] ?? 0),
        );
      }),
      prAuc: averagePrecision(probabilities, labels),
      logLoss: logLoss(probabilities, labels),
      brier: brier(probabilities, labels),
      ece10: calibrationError(bins),
      n: labels.length,
      positiveRate: labels.reduce((sum, one) => sum + one, 0) / labels.length,
      positive,
      fitSeconds: Math.round(seconds * 100) / 100,
      left,
      shares: models.map(({ treeShare }) => treeShare),
      l2: models.map(({ linear }) => linear?.l2 ?? null),
      trees: models.map(({ forests }) => forests[0]?.trees.length ?? 0),
    };
  },
};
