import type { TableColumn } from "./table-column";

/** How the values of a column were spread in training: the share of rows in each bin, the last of what is missing or new. */
export type ColumnProfile = {
  name: string;
  /** of numbers: bin i holds what is at most edges[i] and above the edge before; of words: the levels */
  bins: { kind: "number"; edges: readonly number[] } | { kind: "word"; levels: readonly string[] };
  shares: readonly number[];
};

const NUMBER_BINS = 10;
const MOST_LEVELS = 20;
/** An empty bin counts as half a row, so that the index stays finite. */
const EMPTY = 0.5;

/** The spread of a column over some rows: tenths of its numbers, or its most frequent words. */
export function profileOf(column: TableColumn, rows: ArrayLike<number>): ColumnProfile {
  const bins = column.kind === "number" ? tenths(column.values, rows) : frequentLevels(column, rows);
  return { name: column.name, bins, shares: sharesOf(bins, column, rows) };
}

/**
 * The population stability index of a column: Σ (now − then) · ln(now / then) over its bins. 0 says unchanged; below 0.1
 * is usually taken as stable, above 0.25 as a shift to act on. Null without rows.
 * Source: N. Siddiqi 2006, Credit Risk Scorecards, ch. 9.
 */
export function driftOf(profile: ColumnProfile, column: TableColumn, rows: ArrayLike<number>): number | null {
  if (rows.length === 0) return null;
  const least = EMPTY / rows.length;
  return sharesOf(profile.bins, column, rows).reduce((sum, share, bin) => {
    const now = Math.max(least, share);
    const then = Math.max(least, profile.shares[bin] ?? 0);
    return sum + (now - then) * Math.log(now / then);
  }, 0);
}

function tenths(values: Float64Array, rows: ArrayLike<number>): ColumnProfile["bins"] {
  const known = Float64Array.from(rows, (row) => values[row] ?? Number.NaN)
    .filter((value) => !Number.isNaN(value))
    .sort();
  const edges = Array.from(
    { length: NUMBER_BINS - 1 },
    (_, i) => known[Math.floor(((i + 1) * known.length) / NUMBER_BINS)] ?? 0,
  );
  return { kind: "number", edges: [...new Set(edges)] };
}

function frequentLevels(
  { levels, codes }: TableColumn & { kind: "word" },
  rows: ArrayLike<number>,
): ColumnProfile["bins"] {
  const counts = new Map<number, number>();
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i] ?? 0] ?? -1;
    if (code >= 0) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  const frequent = [...counts].sort(([a, x], [b, y]) => y - x || a - b).slice(0, MOST_LEVELS);
  return { kind: "word", levels: frequent.map(([code]) => levels[code] ?? "") };
}

function sharesOf(bins: ColumnProfile["bins"], column: TableColumn, rows: ArrayLike<number>): number[] {
  const count = bins.kind === "number" ? bins.edges.length + 2 : bins.levels.length + 1;
  const sums = new Array<number>(count).fill(0);
  const binOf = binner(bins, column);
  for (let i = 0; i < rows.length; i++) {
    const bin = binOf(rows[i] ?? 0);
    const at = bin < 0 ? count - 1 : bin;
    sums[at] = (sums[at] ?? 0) + 1 / rows.length;
  }
  return sums;
}

/** The bin of a row, -1 for what is missing, new or of another kind. */
function binner(bins: ColumnProfile["bins"], column: TableColumn): (row: number) => number {
  if (bins.kind === "number") {
    if (column.kind !== "number") return () => -1;
    return (row) => {
      const value = column.values[row] ?? Number.NaN;
      if (Number.isNaN(value)) return -1;
      const bin = bins.edges.findIndex((edge) => value <= edge);
      return bin < 0 ? bins.edges.length : bin;
    };
  }
  if (column.kind !== "word") return () => -1;
  const positions = column.levels.map((level) => bins.levels.indexOf(level));
  return (row) => positions[column.codes[row] ?? -1] ?? -1;
}
