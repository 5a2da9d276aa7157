/**
 * The score from which on a text is called spam: of all that call at most the share `mostFalsePositives` of the good texts
 * spam, the one of highest F1. Infinity where none is so good, or there is no spam: nothing is called spam then.
 * `scores[r]` is a score of a text that the model had not seen, `isSpam[r]` whether it is.
 */
export function spamThreshold(
  scores: readonly number[],
  isSpam: readonly boolean[],
  mostFalsePositives: number,
): number {
  const order = scores.map((_, row) => row).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const spam = isSpam.filter(Boolean).length;
  const allowed = Math.floor(mostFalsePositives * (isSpam.length - spam));
  let [hits, misses] = [0, 0];
  let best = { f1: 0, threshold: Number.POSITIVE_INFINITY };
  order.forEach((row, at) => {
    if (isSpam[row] === true) hits++;
    else misses++;
    const [own, next] = [scores[row] ?? 0, scores[order[at + 1] ?? -1] ?? Number.NEGATIVE_INFINITY];
    if (own === next || misses > allowed) return;
    const f1 = (2 * hits) / (hits + misses + spam);
    // between two scores, so that what lies as near as training texts do falls on its own side
    if (f1 > best.f1) best = { f1, threshold: Number.isFinite(next) ? (own + next) / 2 : own };
  });
  return best.threshold;
}
