/** The class with the highest score, and its share in softmax(sharpness · score). */
export type Best = { at: number; confidence: number };

export function bestOf(scores: Float32Array, sharpness: number): Best {
  let at = 0;
  for (let k = 1; k < scores.length; k++) if ((scores[k] ?? 0) > (scores[at] ?? 0)) at = k;
  const score = scores[at] ?? 0;
  let total = 0;
  for (const other of scores) total += Math.exp(sharpness * (other - score));
  return { at, confidence: 1 / total };
}
