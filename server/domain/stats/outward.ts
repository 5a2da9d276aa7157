/** Decimals beyond those asked for, at most: a bound a thousand times closer to zero is read as zero. */
const MORE_DIGITS = 3;
/** What binary fractions leave behind. */
const DUST = 1e-9;

/**
 * Both ends of an interval as they are shown: rounded away from each other, with as many more decimals as it takes to
 * read off on which side of zero an end lies.
 */
export function outward(
  low: number,
  high: number,
  digits: number,
  most = digits + MORE_DIGITS,
): { low: number; high: number; digits: number } {
  const unit = 10 ** digits;
  const ends = {
    low: Math.floor(low * unit + DUST) / unit,
    high: Math.ceil(high * unit - DUST) / unit,
  };
  const hidesSide = (low > 0 && ends.low <= 0) || (high < 0 && ends.high >= 0);
  return hidesSide && digits < most ? outward(low, high, digits + 1, most) : { ...ends, digits };
}
