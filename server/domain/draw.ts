/**
 * The probability with which each candidate is drawn: most of it shared equally by those with the best score, and
 * `exploration` spread evenly over all that are allowed (epsilon-greedy with a floor), so that every allowed candidate
 * has a known chance above zero whenever `exploration` is. `null` marks a refused candidate: probability 0.
 * All refused: all zeros. The sum is else 1 but for rounding.
 */
export function drawProbabilities(scores: readonly (number | null)[], exploration: number): number[] {
  let best = -Infinity;
  let allowed = 0;
  let equals = 0;
  for (const score of scores) {
    if (score === null) continue;
    allowed++;
    if (score > best) {
      best = score;
      equals = 1;
    } else if (score === best) equals++;
  }
  return scores.map((score) => {
    if (score === null) return 0;
    return exploration / allowed + (score === best ? (1 - exploration) / equals : 0);
  });
}

/** The candidate on which a uniform number from [0, 1) falls; -1 where no probability is above zero. */
export function drawnIndex(probabilities: readonly number[], uniform: number): number {
  let left = uniform;
  let last = -1;
  for (let i = 0; i < probabilities.length; i++) {
    const probability = probabilities[i] ?? 0;
    if (probability <= 0) continue;
    last = i;
    left -= probability;
    if (left < 0) return i;
  }
  return last; // rounding left a hair
}
