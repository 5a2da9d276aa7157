import type { NumberColumn, TableColumn, WordColumn } from "../scoring/table-column";
import { chiSquaredTail } from "../stats/incomplete-gamma";
import { normalCdf } from "../stats/normal";

/**
 * How likely chance alone parts the values of a column between two arms as far as they are (p). Of numbers by the
 * difference of means over its error under one common variance, and by the share that is missing; of words by Pearson's
 * chi-squared over levels of five rows or more, the others together.
 * Chance assigned the treatment, so a column that was known before has a p of any size; one that came after the treatment
 * mostly has a tiny one. 1 where nothing can be compared.
 */
export function balanceOf(column: TableColumn, treated: ArrayLike<number>): number {
  return column.kind === "number" ? balanceOfNumbers(column, treated) : balanceOfWords(column, treated);
}

function balanceOfNumbers({ values }: NumberColumn, treated: ArrayLike<number>): number {
  const arms = [0, 1].map(() => ({ n: 0, sum: 0, sumSquares: 0, missing: 0 }));
  for (let row = 0; row < values.length; row++) {
    const arm = arms[treated[row] ?? 0];
    const value = values[row] ?? Number.NaN;
    if (arm === undefined) continue;
    if (Number.isNaN(value)) arm.missing++;
    else {
      arm.n++;
      arm.sum += value;
      arm.sumSquares += value * value;
    }
  }
  const [control, arm] = arms;
  if (control === undefined || arm === undefined) return 1;
  const means = meansP(control, arm);
  return Math.min(means, tableP([control.n, control.missing], [arm.n, arm.missing]));
}

type Moments = { n: number; sum: number; sumSquares: number };

/** Where chance parted the arms, both have the variance of all. */
function meansP(a: Moments, b: Moments): number {
  const n = a.n + b.n;
  const mean = (a.sum + b.sum) / n;
  const variance = (a.sumSquares + b.sumSquares) / n - mean * mean;
  if (a.n === 0 || b.n === 0 || !(variance > 1e-12 * mean * mean)) return 1;
  const difference = b.sum / b.n - a.sum / a.n;
  return 2 * normalCdf(-Math.abs(difference) / Math.sqrt(variance * (1 / a.n + 1 / b.n)));
}

const FEWEST_ROWS = 5;

function balanceOfWords({ levels, codes }: WordColumn, treated: ArrayLike<number>): number {
  const counts = [0, 1].map(() => new Float64Array(levels.length + 1));
  for (const [row, code] of codes.entries()) {
    const level = code < 0 ? levels.length : code;
    const arm = counts[treated[row] ?? 0];
    if (arm !== undefined) arm[level] = (arm[level] ?? 0) + 1;
  }
  const pairs = Array.from(counts[0] ?? [], (held, level) => [held, counts[1]?.[level] ?? 0] as const);
  const rare = pairs.filter(([x, y]) => x + y < FEWEST_ROWS);
  const together = rare.reduce<readonly [number, number]>(([x, y], [a, b]) => [x + a, y + b], [0, 0]);
  const cells = [together, ...pairs.filter(([x, y]) => x + y >= FEWEST_ROWS)];
  return tableP(
    cells.map(([held]) => held),
    cells.map(([, given]) => given),
  );
}

/** Pearson's chi-squared test that two rows of counts are of one distribution; empty columns do not count. */
function tableP(a: readonly number[], b: readonly number[]): number {
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  const [inA, inB] = [sum(a), sum(b)];
  const filled = a.map((count, i) => [count, b[i] ?? 0] as const).filter(([x, y]) => x + y > 0);
  if (filled.length < 2 || inA === 0 || inB === 0) return 1;
  const chi2 = filled.reduce((total, [x, y]) => {
    const expected = ((x + y) * inA) / (inA + inB);
    const other = x + y - expected;
    return total + (x - expected) ** 2 / expected + (y - other) ** 2 / other;
  }, 0);
  return chiSquaredTail(chi2, filled.length - 1);
}
