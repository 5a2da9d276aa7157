import { minimiseFrom } from "../stats/minimise-from";
import type { BgNbd } from "./bg-nbd";
import { bgNbdAt, bgNbdObjective, logsOf } from "./bg-nbd-likelihood";
import { groupHistories, thinned } from "./history-groups";
import type { Histories } from "./purchase-histories";

export type BgNbdFit = BgNbd & {
  logLikelihood: number;
  /**
   * false: the likelihood rises without end in some direction, as where nobody seems to leave; the parameters then are far
   * out on that slope, the forecasts still those of the limit
   */
  isSettled: boolean;
};

/** Where the search begins: what buying rates and leaving differ by. The mean rate comes from the data. */
const STARTS = [
  { r: 0.3, a: 0.8, b: 2.5 },
  { r: 2, a: 1, b: 10 },
  { r: 0.8, a: 3, b: 4 },
] as const;
/** So many different histories tell which start is best. */
const SAMPLE = 4000;
/** Beyond this a distribution is a point, or all of its weight lies at the ends. */
const FAR = 1e5;

/**
 * The BG/NBD of greatest likelihood. Null where nobody bought on a second day, which says nothing about rates or leaving.
 * The log-likelihood is that of Fader, Hardie & Lee 2005, without constants left out.
 */
export function fitBgNbd(histories: Pick<Histories, "frequency" | "recency" | "age">): BgNbdFit | null {
  const groups = groupHistories(histories);
  const purchases = histories.frequency.reduce((sum, x) => sum + x, 0);
  const time = histories.age.reduce((sum, age) => sum + age, 0);
  if (purchases === 0 || time === 0) return null;
  const starts = STARTS.map(({ r, a, b }) => logsOf({ r, alpha: (r * time) / purchases, a, b }));
  const coarse = thinned(groups, SAMPLE);
  const objective = bgNbdObjective(groups);
  const found = minimiseFrom(objective, starts, coarse === groups ? objective : bgNbdObjective(coarse));
  const model = bgNbdAt(found.at);
  const isInside = Object.values(model).every((parameter) => parameter < FAR && parameter > 1 / FAR);
  return { ...model, logLikelihood: -found.value * groups.total, isSettled: found.isConverged && isInside };
}
