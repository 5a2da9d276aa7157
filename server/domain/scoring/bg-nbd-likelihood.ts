import { floatAt, intAt } from "../stats/at";
import type { Objective } from "../stats/minimise";
import type { BgNbd } from "./bg-nbd";
import type { HistoryGroups } from "./history-groups";

/** exp(EXACT) + 1 is exp(EXACT) in double precision. */
const EXACT = 37;

/** log of the parameters, as the search moves them: they stay above zero by themselves. */
export const logsOf = ({ r, alpha, a, b }: BgNbd): number[] => [r, alpha, a, b].map(Math.log);

export const bgNbdAt = (logs: Float64Array): BgNbd => {
  const [r = 0, alpha = 0, a = 0, b = 0] = Array.from(logs, Math.exp);
  return { r, alpha, a, b };
};

/**
 * Minus the mean log-likelihood of the BG/NBD per customer, with its slope, at the logs of (r, alpha, a, b).
 *
 * Equation 6 of Fader, Hardie & Lee 2005. What depends on the count alone is a sum over 0 … x − 1, as x is whole: no
 * difference of two log-gammas, and the slope needs no digamma. The two ways to have bought x times (still alive, or gone
 * after the last purchase) are added in logs.
 */
export function bgNbdObjective(groups: HistoryGroups): Objective {
  const { frequency, recencyAt, ageAt, customers, total } = groups;
  const byCount = new ByCount(frequency.reduce((most, x) => Math.max(most, x), 0));
  const byAge = new ByTime(groups.ages);
  const byRecency = new ByTime(groups.recencies);
  return (logs, gradient) => {
    const model = bgNbdAt(logs);
    const { r, alpha, a, b } = model;
    byCount.fill(model);
    byAge.fill(alpha);
    byRecency.fill(alpha);
    let value = 0;
    let dr = 0;
    let dAlpha = 0;
    let da = 0;
    let db = 0;
    for (let i = 0; i < frequency.length; i++) {
      const x = intAt(frequency, i);
      const age = intAt(ageAt, i);
      const recency = intAt(recencyAt, i);
      const n = floatAt(customers, i);
      const shape = r + x;
      const logAge = floatAt(byAge.logs, age);
      const logRecency = floatAt(byRecency.logs, recency);
      // of having gone after the last purchase, against being alive; nobody goes before a repeat purchase
      const logOdds = floatAt(byCount.leaveLogs, x) + shape * (logAge - logRecency);
      const odds = Math.exp(logOdds);
      const alive = 1 / (1 + odds);
      const gone = 1 / (1 + 1 / odds);
      const both = logOdds < EXACT ? Math.log1p(odds) : logOdds;
      value += n * (floatAt(byCount.logs, x) - shape * logAge + both);
      dr += n * (floatAt(byCount.dr, x) - alive * logAge - gone * logRecency);
      dAlpha -=
        n * shape * (alive * floatAt(byAge.inverses, age) + gone * floatAt(byRecency.inverses, recency));
      da += n * (floatAt(byCount.da, x) + gone / a);
      db += n * (floatAt(byCount.db, x) - gone * floatAt(byCount.leaveSlopes, x));
    }
    gradient[0] = -r * (dr / total + Math.log(alpha));
    gradient[1] = -alpha * (dAlpha / total + r / alpha);
    gradient[2] = (-a * da) / total;
    gradient[3] = (-b * db) / total;
    return -(value / total + r * Math.log(alpha));
  };
}

/** What depends on the number of repeat purchases alone, and its slopes. */
class ByCount {
  readonly logs: Float64Array;
  readonly leaveLogs: Float64Array;
  readonly leaveSlopes: Float64Array;
  readonly dr: Float64Array;
  readonly da: Float64Array;
  readonly db: Float64Array;

  constructor(most: number) {
    const column = () => new Float64Array(most + 1);
    this.logs = column();
    this.leaveLogs = column().fill(-Infinity);
    this.leaveSlopes = column();
    this.dr = column();
    this.da = column();
    this.db = column();
  }

  /** log Γ(r + x) / Γ(r) + log B(a, b + x) / B(a, b); log a / (b + x − 1), the odds of leaving, none at 0 */
  fill({ r, a, b }: BgNbd): void {
    const { logs, leaveLogs, leaveSlopes, dr, da, db } = this;
    for (let x = 1; x < logs.length; x++) {
      const k = x - 1;
      logs[x] = floatAt(logs, k) + Math.log(r + k) - Math.log1p(a / (b + k));
      leaveLogs[x] = Math.log(a / (b + k));
      leaveSlopes[x] = 1 / (b + k);
      dr[x] = floatAt(dr, k) + 1 / (r + k);
      da[x] = floatAt(da, k) - 1 / (a + b + k);
      db[x] = floatAt(db, k) + a / ((b + k) * (a + b + k));
    }
  }
}

/** log (alpha + t) and 1 / (alpha + t) of each different time. */
class ByTime {
  readonly logs: Float64Array;
  readonly inverses: Float64Array;

  constructor(private readonly times: Float64Array) {
    this.logs = new Float64Array(times.length);
    this.inverses = new Float64Array(times.length);
  }

  fill(alpha: number): void {
    const { times, logs, inverses } = this;
    for (let i = 0; i < times.length; i++) {
      const shifted = alpha + floatAt(times, i);
      logs[i] = Math.log(shifted);
      inverses[i] = 1 / shifted;
    }
  }
}
