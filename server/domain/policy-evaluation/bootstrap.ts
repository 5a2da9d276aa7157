import type { Estimate } from "../stats/estimate";
import type { Contributions } from "./contributions";

export type Bootstrapped = Estimate & { se: number };

/** Draws of the bootstrap; fewer where there are so many rows that they would take minutes. */
const DRAWS = 1000;
const FEWEST_DRAWS = 400;
const MOST_STEPS = 2e8;

/**
 * Each estimate with its 95 % interval by the studentised bootstrap over rows: rows are drawn again with replacement, all
 * estimators on the same draws, and the interval is read from how far the drawn estimates lie from the one of the log, in
 * standard errors. Where a draw has no spread it is left out; where nothing varies, the interval is the value.
 *
 * Source: B. Efron, R. J. Tibshirani 1993, An Introduction to the Bootstrap, § 12.5. Rows are drawn by Poisson counts:
 * N. Chamandy et al. 2012, Estimating Uncertainty for Massive Data Streams.
 */
export function bootstrapped(
  all: readonly Contributions[],
  random: () => number,
  most = DRAWS,
): Bootstrapped[] {
  const rows = all[0]?.value.length ?? 0;
  const draws = Math.max(
    FEWEST_DRAWS,
    Math.min(most, Math.floor(MOST_STEPS / Math.max(1, rows * all.length))),
  );
  const counts = new Uint8Array(rows).fill(1);
  const found = all.map((one) => summed(one, counts));
  const distances = all.map(() => [] as number[]);
  for (let draw = 0; draw < draws; draw++) {
    for (let row = 0; row < rows; row++) counts[row] = poissonOne(random());
    for (const [which, one] of all.entries()) {
      const drawn = summed(one, counts);
      if (drawn.se > 0) distances[which]?.push((drawn.value - (found[which]?.value ?? 0)) / drawn.se);
    }
  }
  return found.map(({ value, se }, which) => {
    const sorted = (distances[which] ?? []).sort((a, b) => a - b);
    if (sorted.length === 0) return { value, se, low: value, high: value };
    return { value, se, low: value - at(sorted, 0.975) * se, high: value - at(sorted, 0.025) * se };
  });
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;

/** An estimate and its standard error over rows that count several times; the delta method's for a ratio. */
function summed({ value, below }: Contributions, counts: Uint8Array): { value: number; se: number } {
  let [n, v, vv, b, vb, bb] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < counts.length; row++) {
    const count = counts[row] ?? 0;
    const above = value[row] ?? 0;
    const under = below === undefined ? 1 : (below[row] ?? 0);
    n += count;
    v += count * above;
    vv += count * above * above;
    b += count * under;
    vb += count * above * under;
    bb += count * under * under;
  }
  if (b === 0 || n < 2) return { value: 0, se: 0 };
  const estimate = v / b;
  const squares = Math.max(0, vv - 2 * estimate * vb + estimate * estimate * bb);
  return { value: estimate, se: Math.sqrt((squares * n) / (n - 1)) / Math.abs(b) };
}

/** The distribution function of a Poisson variable of mean 1, at 0, 1, 2 … */
const POISSON = [
  0.36787944117144233, 0.7357588823428847, 0.9196986029286058, 0.9810118431238462, 0.9963401531726563,
  0.9994058151824183, 0.9999167588507119, 0.9999897508033253, 0.9999988747974019,
];
function poissonOne(uniform: number): number {
  let count = 0;
  while (count < POISSON.length && uniform >= (POISSON[count] ?? 1)) count++;
  return count;
}
