import { binTable, learnBins } from "./bins";
import { type BoostedTrees, boost, logLossTo, treeMargins } from "./boosted-trees";
import { dividedBy, type TrainingPart } from "./training-part";
import { boostingRules, PATIENCE } from "./training-rules";

/**
 * Boosted trees, one sequence per inner fold, grown on the rows outside of it, all with so many trees as have the least
 * log-loss on all held-out rows together; `margins` are what each sequence says about its fold, by position in the part.
 */
export function fitForests(part: TrainingPart): { forests: BoostedTrees[]; margins: Float64Array } {
  const { columns, labels, rows, folds, random } = part;
  const features = learnBins(columns, rows);
  const table = binTable(features, columns, labels.length);
  const loss = logLossTo(labels);
  const rules = boostingRules(part.ownLabels, features.length);
  const grown = Array.from({ length: folds }, (_, fold) => {
    const { held, seen } = dividedBy(part, fold);
    const watched = held.map((at) => rows[at] ?? 0);
    const seenRows = seen.map((at) => rows[at] ?? 0);
    const watch = { rows: watched, patience: PATIENCE };
    return { held, watched, forest: boost(table, seenRows, loss, rules, random, watch) };
  });
  const size = commonSize(grown.map(({ forest }) => forest.losses));
  const margins = new Float64Array(rows.length);
  const forests = grown.map(({ held, watched, forest: { base, trees } }) => {
    const forest = { features, base, trees: trees.slice(0, size) };
    for (const [i, margin] of treeMargins(forest, table, watched).entries()) margins[held[i] ?? 0] = margin;
    return forest;
  });
  return { forests, margins };
}

/** How many trees are best for all folds together; a fold that ended earlier stays at its last loss. */
function commonSize(losses: readonly (readonly number[])[]): number {
  const longest = Math.max(...losses.map((one) => one.length));
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (let size = 0; size < longest; size++) {
    const sum = losses.reduce((total, one) => total + (one[Math.min(size, one.length - 1)] ?? 0), 0);
    if (sum < least) [best, least] = [size, sum];
  }
  return best;
}
