import { gammaDraw } from "../stats/gamma-draw";
import type { BgNbd } from "./bg-nbd";
import type { GammaGamma } from "./gamma-gamma";
import type { Histories } from "./purchase-histories";

type Random = () => number;

function betaDraw(a: number, b: number, random: Random): number {
  const one = gammaDraw(a, random);
  return one / (one + gammaDraw(b, random));
}

/** Customers who buy as the BG/NBD says and pay as the gamma-gamma says. `ages` are taken in turn. */
export function drawBuyers(
  { r, alpha, a, b }: BgNbd,
  { p, q, v }: GammaGamma,
  ages: readonly number[],
  customers: number,
  random: Random,
): Histories {
  const columns: Histories = {
    customer: Int32Array.from({ length: customers }, (_, i) => i),
    frequency: new Int32Array(customers),
    recency: new Float64Array(customers),
    age: new Float64Array(customers),
    value: new Float64Array(customers),
  };
  for (let i = 0; i < customers; i++) {
    const age = ages[i % ages.length] ?? 0;
    const rate = gammaDraw(r, random) / alpha;
    const leaves = betaDraw(a, b, random);
    let x = 0;
    let last = 0;
    for (let at = wait(rate, random); at <= age; at += wait(rate, random)) {
      x++;
      last = at;
      if (random() < leaves) break;
    }
    columns.frequency[i] = x;
    columns.recency[i] = last;
    columns.age[i] = age;
    if (x > 0) columns.value[i] = gammaDraw(p * x, random) / (gammaDraw(q, random) / v) / x;
  }
  return columns;
}

const wait = (rate: number, random: Random): number => -Math.log(1 - random()) / rate;
