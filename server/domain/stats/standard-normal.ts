/**
 * A draw from the standard normal distribution; takes two numbers of `random`.
 * Source: G. E. P. Box, M. E. Muller 1958, Annals of Mathematical Statistics 29, 610–611.
 */
export const standardNormal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
