import { logOdds } from "./sigmoid";
import type { NumberColumn, TableColumn, WordColumn } from "./table-column";

/** The log-odds of yes at each level of a column of many words, and at those that are new or missing. Plain data. */
export type LevelRates = {
  column: string;
  base: number;
  levels: readonly string[];
  rates: readonly number[];
};

/** Of so many levels or fewer, a model can weigh each by itself. */
const FEW_LEVELS = 25;

/**
 * Columns of many words as numbers: one rate for each of them, learnt from `rows`, and those numbers as columns over all
 * rows. A row that is learnt from has the rate of its level without its own fold (`foldOf` by position in `rows`), so that
 * its label does not tell itself. Source: D. Micci-Barreca 2001, ACM SIGKDD Explorations 3, 27–32 (rates drawn to the mean);
 * the draw is the variance within over that between levels, as in a random-effects model.
 */
export function learnRates(
  columns: readonly TableColumn[],
  labels: Uint8Array,
  rows: Int32Array,
  foldOf: Uint8Array,
  folds: number,
): { rates: LevelRates[]; columns: NumberColumn[] } {
  const many = columns.flatMap((column) =>
    column.kind === "word" && isOfMany(column, rows) ? [column] : [],
  );
  const rates = many.map((column) => ratesOf(column, labels, rows));
  const out = many.map((column, i): NumberColumn => {
    const values = rates[i] === undefined ? new Float64Array(0) : rated(rates[i], column).values;
    for (let fold = 0; fold < folds; fold++) {
      const others = rows.filter((_, at) => foldOf[at] !== fold);
      const own = rows.filter((_, at) => foldOf[at] === fold);
      const without = byCode(ratesOf(column, labels, others), column.levels);
      for (const row of own) values[row] = without.rates[column.codes[row] ?? -1] ?? without.base;
    }
    return { kind: "number", name: rateName(column.name), values };
  });
  return { rates, columns: out };
}

/** The columns that rates make of the columns that they were learnt from. */
export const rateColumns = (rates: readonly LevelRates[], columns: readonly TableColumn[]): NumberColumn[] =>
  rates.flatMap((one) => {
    const column = columns.find(({ name }) => name === one.column);
    return column?.kind === "word" ? [rated(one, column)] : [];
  });

export const rateName = (column: string): string => `${column} (rate)`;

function isOfMany({ codes, levels }: WordColumn, rows: Int32Array): boolean {
  const seen = new Set<number>();
  for (const row of rows) seen.add(codes[row] ?? -1);
  return levels.length > FEW_LEVELS && seen.size > FEW_LEVELS;
}

/** The rate of each of some levels. */
function byCode({ base, levels, rates }: LevelRates, asked: readonly string[]) {
  const known = new Map(levels.map((level, i) => [level, rates[i] ?? base]));
  return { base, rates: Float64Array.from(asked, (level) => known.get(level) ?? base) };
}

function rated(own: LevelRates, { codes, levels }: WordColumn): NumberColumn {
  const { base, rates } = byCode(own, levels);
  return {
    kind: "number",
    name: rateName(own.column),
    values: Float64Array.from(codes, (code) => rates[code] ?? base),
  };
}

function ratesOf({ name, levels, codes }: WordColumn, labels: Uint8Array, rows: Int32Array): LevelRates {
  const counts = new Float64Array(levels.length);
  const yes = new Float64Array(levels.length);
  let [known, positives] = [0, 0];
  for (const row of rows) {
    const code = codes[row] ?? -1;
    positives += labels[row] ?? 0;
    if (code < 0) continue;
    known++;
    counts[code] = (counts[code] ?? 0) + 1;
    yes[code] = (yes[code] ?? 0) + (labels[row] ?? 0);
  }
  const share = (positives + 0.5) / (rows.length + 1);
  const draw = drawOf(counts, yes, share, known);
  const seen = [...levels.keys()].filter((code) => (counts[code] ?? 0) > 0);
  return {
    column: name,
    base: logOdds(share),
    levels: seen.map((code) => levels[code] ?? ""),
    rates: seen.map((code) => logOdds(((yes[code] ?? 0) + draw * share) / ((counts[code] ?? 0) + draw))),
  };
}

/** As so many rows at the mean each level counts: the variance within levels over that between them (analysis of variance). */
function drawOf(counts: Float64Array, yes: Float64Array, share: number, known: number): number {
  const within = share * (1 - share);
  let [between, squares, levels] = [0, 0, 0];
  for (const [code, count] of counts.entries()) {
    if (count === 0) continue;
    levels++;
    squares += count * count;
    between += count * ((yes[code] ?? 0) / count - share) ** 2;
  }
  const variance = (between - (levels - 1) * within) / Math.max(1e-9, known - squares / Math.max(1, known));
  return within / Math.max(variance, within / 1000);
}
