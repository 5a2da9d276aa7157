import { standardNormal } from "./standard-normal";

/**
 * A draw from the gamma distribution of this shape, scale 1.
 * Source: Marsaglia & Tsang 2000, ACM Transactions on Mathematical Software 26, 363–372; below shape 1 by their § 6.
 */
export function gammaDraw(shape: number, random: () => number): number {
  if (shape < 1) return gammaDraw(shape + 1, random) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const z = standardNormal(random);
    const cube = (1 + c * z) ** 3;
    if (cube > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * cube + d * Math.log(cube)) return d * cube;
  }
}
