import { floatAt, intAt } from "../stats/at";
import { digammaRise } from "../stats/digamma-rise";
import { logBeta } from "../stats/log-beta";
import type { Objective } from "../stats/minimise";
import type { GammaGamma } from "./gamma-gamma";

/** Customers with a repeat purchase above zero: how many, and their mean amount; `customers` share each row. */
export type Spenders = {
  frequency: Int32Array;
  value: Float64Array;
  customers: Float64Array;
};

export const gammaGammaAt = (logs: Float64Array): GammaGamma => {
  const [p = 0, q = 0, v = 0] = Array.from(logs, Math.exp);
  return { p, q, v };
};

/**
 * Minus the mean log-likelihood of the gamma-gamma model per customer, with its slope, at the logs of (p, q, v).
 * Source: Fader & Hardie 2013, equation 1a, per mean amount. Sums s = x·m appear as s / (v + s), so that nothing cancels
 * where p is large and v small.
 */
export function gammaGammaObjective({ frequency, value, customers }: Spenders): Objective {
  const counts = [...new Set(frequency)];
  const total = customers.reduce((sum, n) => sum + n, 0);
  const meanLog = customers.reduce((sum, n, i) => sum + n * Math.log(value[i] ?? 1), 0) / total;
  return (logs, gradient) => {
    const { p, q, v } = gammaGammaAt(logs);
    const ofCount = new Map(counts.map((x) => [x, countPart(p, q, x)]));
    let sum = 0;
    let dp = 0;
    let dq = 0;
    let dv = 0;
    for (let i = 0; i < frequency.length; i++) {
      const x = intAt(frequency, i);
      const n = floatAt(customers, i);
      const part = ofCount.get(x);
      if (part === undefined) continue;
      const spent = x * floatAt(value, i);
      const own = -Math.log1p(v / spent); // log of s / (v + s)
      const others = -Math.log1p(spent / v); // log of v / (v + s)
      sum += n * (part.log + p * x * own + q * others);
      dp += n * x * (part.ofShape + own);
      dq += n * (part.ofOthers + others);
      dv += (n * (q * spent - p * x * v)) / (v * (v + spent));
    }
    gradient[0] = (-p * dp) / total;
    gradient[1] = (-q * dq) / total;
    gradient[2] = (-v * dv) / total;
    return meanLog - sum / total;
  };
}

/** log of 1 / B(px, q) and its slopes. */
const countPart = (p: number, q: number, x: number) => ({
  log: -logBeta(p * x, q),
  ofShape: digammaRise(p * x, q),
  ofOthers: digammaRise(q, p * x),
});
