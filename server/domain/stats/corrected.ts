/**
 * p-values of several metrics, corrected so that at most the level's share of all cases calls any of them different where
 * none is (family-wise error). In the order given; none above 1.
 * Source: S. Holm 1979, A Simple Sequentially Rejective Multiple Test Procedure, Scand. J. Statist. 6, 65–70.
 */
export function holm(ps: readonly number[]): number[] {
  const order = ascending(ps);
  const corrected = new Array<number>(ps.length).fill(1);
  let least = 0;
  for (const [rank, at] of order.entries()) {
    least = Math.max(least, Math.min(1, (ps[at] ?? 1) * (ps.length - rank)));
    corrected[at] = least;
  }
  return corrected;
}

/**
 * The same, so that of those called different at most the level's share is so by chance (false discovery rate): for many
 * metrics that are looked through.
 * Source: Y. Benjamini, Y. Hochberg 1995, Controlling the False Discovery Rate, J. R. Statist. Soc. B 57, 289–300.
 */
export function benjaminiHochberg(ps: readonly number[]): number[] {
  const order = ascending(ps);
  const corrected = new Array<number>(ps.length).fill(1);
  let most = 1;
  for (let rank = order.length; rank >= 1; rank--) {
    const at = order[rank - 1] ?? 0;
    most = Math.min(most, ((ps[at] ?? 1) * ps.length) / rank);
    corrected[at] = most;
  }
  return corrected;
}

const ascending = (ps: readonly number[]): number[] =>
  ps.map((_, at) => at).sort((a, b) => (ps[a] ?? 1) - (ps[b] ?? 1));
