/** What is left of one arm when only sums are kept: people, the sum and the sum of squares of their amounts. */
export type Sample = { people: number; sum: number; squares: number };

/** Sums an arm of whom only those with an amount are listed; the others count with zero. */
export function sampleOf(people: number, amounts: Iterable<number>): Sample {
  let sum = 0;
  let squares = 0;
  for (const amount of amounts) {
    sum += amount;
    squares += amount * amount;
  }
  return { people, sum, squares };
}

export const meanOf = ({ people, sum }: Sample): number => sum / people;

/** The squared standard error of the mean, with n − 1 in the variance; rounding never makes it negative. */
export function errorOfMean({ people, sum, squares }: Sample): number {
  const mean = sum / people;
  return Math.max(0, squares - people * mean * mean) / (people - 1) / people;
}
