import { floatAt, intAt } from "../stats/at";
import { minimiseFrom } from "../stats/minimise-from";
import type { GammaGamma } from "./gamma-gamma";
import { gammaGammaAt, gammaGammaObjective, type Spenders } from "./gamma-gamma-likelihood";
import type { Histories } from "./purchase-histories";

export type GammaGammaFit = GammaGamma & {
  logLikelihood: number;
  /** with a repeat purchase above zero: the others say nothing about amounts */
  customers: number;
  /** false: the likelihood rises without end, as where all amounts of a customer are equal; see BgNbdFit */
  isSettled: boolean;
};

/** Fewer say nothing about how three parameters spread. */
const FEWEST = 10;
const STARTS = [
  { p: 5, q: 4 },
  { p: 1, q: 2 },
  { p: 25, q: 6 },
  { p: 2, q: 20 },
] as const;
/** So many different customers tell which start is best. */
const SAMPLE = 4000;
const FAR = 1e6;

/**
 * The gamma-gamma model of greatest likelihood, over customers with repeat purchases of a mean value above zero. Null with
 * fewer than ten of them, or where all have the same mean. The log-likelihood is that of the mean amounts, constants
 * included, as in Fader & Hardie 2013.
 */
export function fitGammaGamma(histories: Pick<Histories, "frequency" | "value">): GammaGammaFit | null {
  const spenders = groupSpenders(histories);
  const customers = spenders.customers.reduce((sum, n) => sum + n, 0);
  if (customers < FEWEST || spenders.value.every((value) => value === spenders.value[0])) return null;
  const mean =
    spenders.value.reduce((sum, value, i) => sum + value * floatAt(spenders.customers, i), 0) / customers;
  const starts = STARTS.map(({ p, q }) => [p, q, (mean * (q - 1)) / p].map(Math.log));
  const coarse = thinned(spenders);
  const objective = gammaGammaObjective(spenders);
  const found = minimiseFrom(
    objective,
    starts,
    coarse === spenders ? objective : gammaGammaObjective(coarse),
  );
  const model = gammaGammaAt(found.at);
  const isInside = model.p < FAR && model.q < FAR;
  return {
    ...model,
    logLikelihood: -found.value * customers,
    customers,
    isSettled: found.isConverged && isInside,
  };
}

/** Equal pairs of number and mean amount put together. */
function groupSpenders({ frequency, value }: Pick<Histories, "frequency" | "value">): Spenders {
  const groups = new Map<number, Map<number, number>>();
  for (let i = 0; i < frequency.length; i++) {
    const x = intAt(frequency, i);
    const amount = floatAt(value, i);
    if (x === 0 || !(amount > 0)) continue;
    const ofCount = groups.get(x) ?? new Map<number, number>();
    ofCount.set(amount, (ofCount.get(amount) ?? 0) + 1);
    groups.set(x, ofCount);
  }
  const rows = [...groups].flatMap(([x, amounts]) => [...amounts].map(([amount, n]) => ({ x, amount, n })));
  return {
    frequency: Int32Array.from(rows, ({ x }) => x),
    value: Float64Array.from(rows, ({ amount }) => amount),
    customers: Float64Array.from(rows, ({ n }) => n),
  };
}

function thinned(spenders: Spenders): Spenders {
  const step = Math.ceil(spenders.value.length / SAMPLE);
  if (step <= 1) return spenders;
  const isKept = (_: number, i: number) => i % step === 0;
  return {
    frequency: spenders.frequency.filter(isKept),
    value: spenders.value.filter(isKept),
    customers: spenders.customers.filter(isKept),
  };
}
