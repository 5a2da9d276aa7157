import { floatAt } from "../stats/at";

/** The k items with the highest scores above zero, the highest first; of equals the one with the lower number. */
export function topItems(scores: Float64Array, k: number): Int32Array {
  const top: number[] = [];
  let least = 0;
  for (let item = 0; item < scores.length; item++) {
    const score = floatAt(scores, item);
    if (score <= least) continue;
    let place = top.length;
    while (place > 0 && floatAt(scores, top[place - 1] ?? 0) < score) place--;
    top.splice(place, 0, item);
    if (top.length > k) top.pop();
    if (top.length === k) least = floatAt(scores, top[k - 1] ?? 0);
  }
  return Int32Array.from(top);
}
