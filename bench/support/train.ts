import { momentFor } from "@/server/domain/moment";
import { binTable, learnBins } from "@/server/domain/scoring/bins";
import { boost, logLossTo, treeMargins } from "@/server/domain/scoring/boosted-trees";
import { designOf, learnDesign } from "@/server/domain/scoring/design";
import { fitLogistic, marginsOf } from "@/server/domain/scoring/logistic";
import { auc } from "@/server/domain/scoring/metrics";
import { boostingRules } from "@/server/domain/scoring/training-rules";
import { count } from "./options";
import { peakRssMb } from "./peak-memory";
import { scoringTable } from "./scoring-table";

const SEED = 0;

/**
 * How long one fit takes: logistic regression on `--rows` × `--columns` numbers, from the columns to the weights, and
 * `--trees` boosted trees on `--tree-rows`, from the columns to the trees. `auc` is that on fresh rows, `aucBound` that of
 * the probabilities by which their labels were drawn.
 */
export async function train(given: Readonly<Record<string, string>>): Promise<object> {
  const rows = count(given, "rows", 1_000_000);
  const columns = count(given, "columns", 20);
  const treeRows = count(given, "tree-rows", 100_000);
  const trees = count(given, "trees", 100);
  return {
    logistic: linear(rows, columns),
    trees: boosted(treeRows, columns, trees),
    peakRssMb: peakRssMb(),
  };
}

const allOf = (rows: number) => Int32Array.from({ length: rows }, (_, row) => row);
const secondsSince = (started: number) => Math.round((performance.now() - started) / 10) / 100;

function linear(rows: number, width: number) {
  const { columns, labels } = scoringTable(rows, width, SEED, false);
  const started = performance.now();
  const rule = learnDesign(columns, allOf(rows));
  const design = designOf(rule, columns, allOf(rows));
  const prepareSeconds = secondsSince(started);
  const [model] = fitLogistic(design, labels, [1]);
  const seconds = secondsSince(started);
  const fresh = scoringTable(100_000, width, SEED + 1, false);
  return {
    rows,
    columns: width,
    seconds,
    prepareSeconds,
    rowsPerSecond: Math.round(rows / seconds),
    auc: model && auc(marginsOf(model, designOf(rule, fresh.columns, allOf(100_000))), fresh.labels),
    aucBound: auc(fresh.probabilities, fresh.labels),
  };
}

function boosted(rows: number, width: number, mostTrees: number) {
  const { columns, labels } = scoringTable(rows, width, SEED, true);
  const started = performance.now();
  const features = learnBins(columns, allOf(rows));
  const table = binTable(features, columns, rows);
  const rules = { ...boostingRules(rows, width), mostTrees };
  const model = boost(table, allOf(rows), logLossTo(labels), rules, momentFor(0, SEED, 1, 0).random);
  const seconds = secondsSince(started);
  const fresh = scoringTable(100_000, width, SEED + 1, true);
  const asked = binTable(features, fresh.columns, 100_000);
  return {
    rows,
    columns: width,
    trees: model.trees.length,
    leaves: rules.leaves,
    seconds,
    rowsPerSecond: Math.round(rows / seconds),
    auc: auc(treeMargins(model, asked, allOf(100_000)), fresh.labels),
    aucBound: auc(fresh.probabilities, fresh.labels),
  };
}
