import type { NumberColumn, TableColumn, WordColumn } from "./table-column";

/**
 * How a column becomes a small whole number. Of numbers: how many `edges` lie below the value, missing one past the last
 * (`edges.length + 1`). Of words: the position of the level, then missing, then rare and new ones. Plain data.
 */
export type FeatureBins =
  | { kind: "number"; name: string; edges: readonly number[] }
  | { kind: "word"; name: string; levels: readonly string[] };

/** Rows as bins: feature f of row r is `cells[f * rows + r]`. */
export type BinnedTable = { rows: number; features: readonly FeatureBins[]; cells: Uint8Array };

/** With the bin of what is missing they fill a byte. */
const MOST_EDGES = 254;
const MOST_LEVELS = 253;
/** Few rows need few bins: about so many rows each, and no fewer bins than the last. */
const ROWS_A_BIN = 25;
const FEWEST_EDGES = 31;
const FEWEST_ROWS = 5;
/** Quantiles of so many rows are close enough. */
const MOST_ROWS = 200_000;

export const binCount = (feature: FeatureBins): number =>
  feature.kind === "number" ? feature.edges.length + 2 : feature.levels.length + 2;

/** Learns the bins of columns from some of their rows: quantiles of numbers, frequent levels of words. Columns of one value are left out. */
export function learnBins(columns: readonly TableColumn[], rows: ArrayLike<number>): FeatureBins[] {
  const stride = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  const sample = Int32Array.from(
    { length: Math.ceil(rows.length / stride) },
    (_, i) => rows[i * stride] ?? 0,
  );
  return columns.flatMap((column) =>
    column.kind === "number" ? (numberBins(column, sample) ?? []) : (wordBins(column, sample) ?? []),
  );
}

function numberBins({ name, values }: NumberColumn, sample: Int32Array): FeatureBins | null {
  const known = Float64Array.from(sample, (row) => values[row] ?? Number.NaN)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const edges = edgesOf(
    known,
    Math.min(MOST_EDGES, Math.max(FEWEST_EDGES, Math.round(known.length / ROWS_A_BIN))),
  );
  return known.length === 0 || (edges.length === 0 && known.length === sample.length)
    ? null
    : { kind: "number", name, edges };
}

/** Midway between neighbours where there are few values, else so that bins hold about as many rows each. */
function edgesOf(sorted: Float64Array, most: number): number[] {
  const starts: number[] = [];
  for (let i = 1; i < sorted.length; i++) if (sorted[i] !== sorted[i - 1]) starts.push(i);
  if (starts.length > most) return quantileEdges(sorted, starts, most);
  return starts.map((at) => midway(sorted, at));
}

function quantileEdges(sorted: Float64Array, starts: readonly number[], most: number): number[] {
  const edges: number[] = [];
  let filledTo = 0;
  for (const start of starts) {
    // what is left is shared anew, so that frequent values do not use up the bins of the others
    const share = (sorted.length - filledTo) / (most + 1 - edges.length);
    if (start - filledTo < share || edges.length === most) continue;
    edges.push(midway(sorted, start));
    filledTo = start;
  }
  return edges;
}

function midway(sorted: Float64Array, at: number): number {
  const [below, above] = [sorted[at - 1] ?? 0, sorted[at] ?? 0];
  const middle = below + (above - below) / 2;
  return middle < above ? middle : below;
}

function wordBins({ name, levels, codes }: WordColumn, sample: Int32Array): FeatureBins | null {
  const counts = new Int32Array(levels.length);
  for (const row of sample) {
    const code = codes[row] ?? -1;
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  const fewest = Math.min(FEWEST_ROWS, sample.length / 4);
  const frequent = levels
    .map((level, code) => ({ level, count: counts[code] ?? 0 }))
    .filter(({ count }) => count >= fewest)
    .sort((a, b) => b.count - a.count || (a.level < b.level ? -1 : 1))
    .slice(0, MOST_LEVELS);
  const isOneValue = frequent.length === 1 && frequent[0]?.count === sample.length;
  return frequent.length === 0 || isOneValue
    ? null
    : { kind: "word", name, levels: frequent.map(({ level }) => level) };
}

/** All rows of the columns, found by their names, as bins. A column that is not there is missing in every row. */
export function binTable(
  features: readonly FeatureBins[],
  columns: readonly TableColumn[],
  rows: number,
): BinnedTable {
  const cells = new Uint8Array(features.length * rows);
  for (const [f, feature] of features.entries()) {
    const out = cells.subarray(f * rows, (f + 1) * rows);
    const column = columns.find(({ name }) => name === feature.name);
    if (column === undefined || column.kind !== feature.kind) out.fill(missingBin(feature));
    else if (column.kind === "number") binNumbers(column.values, edgesFor(feature), out);
    else binWords(column, levelsFor(feature), out);
  }
  return { rows, features, cells };
}

const edgesFor = (feature: FeatureBins) => Float64Array.from(feature.kind === "number" ? feature.edges : []);
const levelsFor = (feature: FeatureBins) => (feature.kind === "word" ? feature.levels : []);

export const missingBin = (feature: FeatureBins): number =>
  feature.kind === "number" ? feature.edges.length + 1 : feature.levels.length;

function binNumbers(values: Float64Array, edges: Float64Array, out: Uint8Array): void {
  for (let row = 0; row < out.length; row++) {
    const value = values[row] ?? Number.NaN;
    out[row] = Number.isNaN(value) ? edges.length + 1 : edgesBelow(edges, value);
  }
}

function edgesBelow(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

function binWords({ levels, codes }: WordColumn, known: readonly string[], out: Uint8Array): void {
  const positions = new Map(known.map((level, position) => [level, position]));
  const bins = Uint8Array.from(levels, (level) => positions.get(level) ?? known.length + 1);
  for (let row = 0; row < out.length; row++) {
    const code = codes[row] ?? -1;
    out[row] = code < 0 ? known.length : (bins[code] ?? 0);
  }
}
