/** A straight scale from values to percent of the width. */
export type Scale = { low: number; high: number; ticks: number[] };

/** Steps of 1, 2, 2.5 or 5 times a power of ten. */
const STEPS = [1, 2, 2.5, 5, 10];

/** Values closer than this are one value: the scale opens to one unit, or to as much again as the value. */
const FLAT = 1e-9;

/** A scale with round ends over all values, zero included unless told otherwise; about `wanted` steps. */
export function niceScale(values: readonly number[], { zero = true, wanted = 4 } = {}): Scale {
  const known = values.filter(Number.isFinite);
  const all = zero || known.length === 0 ? [...known, 0] : known;
  const low = Math.min(...all);
  const flat = Math.max(...all) - low < FLAT;
  const high = flat ? low + Math.max(Math.abs(low), 1) : Math.max(...all);
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = (STEPS.find((candidate) => candidate * power >= rough - power * 1e-9) ?? 10) * power;
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const ticks = Array.from({ length: last - first + 1 }, (_tick, index) => rounded((first + index) * step));
  return { low: rounded(first * step), high: rounded(last * step), ticks };
}

/** Where a value lies, in percent of the width; outside values sit at the ends. */
export function place(value: number, { low, high }: Pick<Scale, "low" | "high">): number {
  if (high <= low) return 0;
  return Math.min(Math.max((value - low) / (high - low), 0), 1) * 100;
}

/** Takes the dust of binary fractions off a tick. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
