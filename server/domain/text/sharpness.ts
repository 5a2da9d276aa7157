/**
 * By how much scores are multiplied before the softmax, so that the confidence of the answers is what their share of right
 * ones is: the maximum likelihood of the classes `classOf` under softmax(sharpness · score), by golden section on its
 * logarithm. `scores[r * classes + k]`; the scores must be of rows that the model had not seen.
 *
 * Source: C. Guo, G. Pleiss, Y. Sun, K. Q. Weinberger 2017, "On calibration of modern neural networks", ICML (temperature
 * scaling; the sharpness is 1 / temperature).
 */
export function fittedSharpness(scores: Float32Array, classOf: Int32Array, classes: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [Math.log(0.05), Math.log(100)];
  const lossAt = (logSharpness: number) => loss(scores, classOf, classes, Math.exp(logSharpness));
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)];
  let [atLeft, atRight] = [lossAt(left), lossAt(right)];
  while (high - low > 0.01) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - golden * (high - low);
      atLeft = lossAt(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + golden * (high - low);
      atRight = lossAt(right);
    }
  }
  return Math.exp((low + high) / 2);
}

/** Minus the log likelihood. */
function loss(scores: Float32Array, classOf: Int32Array, classes: number, sharpness: number): number {
  let sum = 0;
  for (let row = 0; row < classOf.length; row++) {
    const own = scores[row * classes + (classOf[row] ?? 0)] ?? 0;
    let total = 0;
    for (let k = 0; k < classes; k++) total += Math.exp(sharpness * ((scores[row * classes + k] ?? 0) - own));
    sum += Math.log(total);
  }
  return sum;
}
