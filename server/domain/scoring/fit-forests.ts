import { binTable, learnBins } from "./bins";
import { boost, logLossTo, treeMargins } from "./boosted-trees";
import type { Forest } from "./score-model";
import { place, type Training } from "./training-part";
import { boostingRules, PATIENCE } from "./training-rules";

/**
 * Boosted trees, one sequence per lesson, all with so many trees as have the least log-loss on all held-out rows together;
 * `margins` are what each sequence says about its held-out rows, by position in the training.
 */
export function fitForests({ whole, lessons, labels, random }: Training): {
  forests: Forest[];
  margins: Float64Array;
} {
  const loss = logLossTo(labels);
  const grown = lessons.map(({ columns, rows, rates, held, at }) => {
    // a tree that is offered many levels finds chance among them: it reads their rates only
    const rated = new Set(rates.map(({ column }) => column));
    const read = columns.filter(({ name }) => !rated.has(name));
    const features = learnBins(read, rows);
    const table = binTable(features, read, labels.length);
    const rules = boostingRules(whole.rows.length, features.length);
    const { base, trees, losses } = boost(table, rows, loss, rules, random, {
      rows: held,
      patience: PATIENCE,
    });
    return { forest: { rates, features, base, trees }, losses, table, held, at };
  });
  const size = commonSize(grown.map(({ losses }) => losses));
  const margins = new Float64Array(whole.rows.length);
  const forests = grown.map(({ forest, table, held, at }) => {
    const cut = { ...forest, trees: forest.trees.slice(0, size) };
    place(margins, at, treeMargins(cut, table, held));
    return cut;
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
