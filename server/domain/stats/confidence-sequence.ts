/** An estimate under peeking: its squared standard error, the units of both arms, and the size it was tuned for. */
export type Peeked = { squaredError: number; n: number; tuning: number; alpha: number };

/**
 * Half the width of an interval that holds at every look, at once for all of them (an asymptotic confidence sequence):
 * a person may look daily and stop when it leaves zero, and is wrong in at most `alpha` of the cases. It is tightest
 * when `n` is `tuning`.
 *
 * Source: I. Waudby-Smith, D. Arbour, R. Sinha, E. H. Kennedy, A. Ramdas 2021, Time-uniform central limit theory and
 * asymptotic confidence sequences, arXiv:2103.06476: the two-sided boundary is their (9), its parameter their appendix
 * B.2.
 */
export function sequentialHalfWidth(peeked: Peeked): number {
  const { squaredError, n, alpha } = peeked;
  const mixed = n * parameter(alpha, peeked.tuning) ** 2;
  return Math.sqrt(squaredError * (2 * (1 + 1 / mixed)) * Math.log(Math.sqrt(mixed + 1) / alpha));
}

/** The same to one side only. Its parameter is taken at twice `alpha`. Source: as above, their one-sided boundary. */
export function sequentialHalfWidthOneSided(peeked: Peeked): number {
  const { squaredError, n, alpha } = peeked;
  const mixed = n * parameter(2 * alpha, peeked.tuning) ** 2;
  return Math.sqrt(squaredError * (2 * (1 + 1 / mixed)) * Math.log(1 + Math.sqrt(mixed + 1) / (2 * alpha)));
}

/** The smallest level at which the two-sided sequence, tuned as it is, leaves out zero: a p-value valid at every look. */
export function sequentialP(effect: number, peeked: Peeked): number {
  const mixed = peeked.n * parameter(peeked.alpha, peeked.tuning) ** 2;
  const strength = (effect * effect) / (2 * peeked.squaredError * (1 + 1 / mixed));
  return Math.min(1, Math.sqrt(mixed + 1) * Math.exp(-strength));
}

/** The same for an effect above zero; 1 where the estimate lies at zero or below it. */
export function sequentialPOneSided(effect: number, peeked: Peeked): number {
  if (effect <= 0) return 1;
  const mixed = peeked.n * parameter(2 * peeked.alpha, peeked.tuning) ** 2;
  const strength = (effect * effect) / (2 * peeked.squaredError * (1 + 1 / mixed));
  return Math.min(1, Math.sqrt(mixed + 1) / (2 * Math.expm1(strength)));
}

function parameter(alpha: number, tuning: number): number {
  const level = -2 * Math.log(alpha);
  return Math.sqrt((level + Math.log(level + 1)) / tuning);
}
