/** People in the order in which they would be treated, those with equal scores together; see `rank`. */
export type Ranking = {
  /** who they are: positions among all people */
  people: Int32Array;
  treated: Uint8Array;
  outcome: Float64Array;
  /** 1 where the next person scores lower */
  endsTie: Uint8Array;
};

export type Areas = { qini: number; auuc: number };

/** Puts some of the people in order, the highest score first; `scores` are by position in `people`. */
export function rank(
  people: Int32Array,
  scores: ArrayLike<number>,
  treated: ArrayLike<number>,
  outcome: ArrayLike<number>,
): Ranking {
  const order = Int32Array.from(people.keys()).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const sorted = order.map((i) => people[i] ?? 0);
  return {
    people: sorted,
    treated: Uint8Array.from(sorted, (one) => treated[one] ?? 0),
    outcome: Float64Array.from(sorted, (one) => outcome[one] ?? 0),
    endsTie: Uint8Array.from(order, (i, at) => {
      const next = order[at + 1];
      return next === undefined || scores[next] !== scores[i] ? 1 : 0;
    }),
  };
}

/**
 * What treating by the ranking gains over treating as many at random, per person and in the unit of the outcome.
 *
 * With the first people, their share being s, of whom T are treated with outcomes Y and C are not with outcomes Z:
 * - AUUC is the area under (Y / T − Z / C) · s over s from 0 to 1 (P. Gutierrez, J.-Y. Gérardy 2017, Causal inference and
 *   uplift modelling, PMLR 67, 1–13, divided by the number of people);
 * - the Qini coefficient is the area between (Y − Z · T / C) / (all treated) and the straight line to its end
 *   (N. J. Radcliffe 2007, Using control groups to target on predicted lift, Direct Marketing Analytics Journal, 14–21).
 * People with equal scores come in at once; without both arms nothing is gained. `counts`: how often each of all people is
 * drawn; once by default.
 */
export function areasOf(
  { people, treated, outcome, endsTie }: Ranking,
  counts: ArrayLike<number> | null = null,
): Areas {
  const all = totals(people, treated, counts);
  if (all.treated === 0 || all.control === 0) return { qini: 0, auuc: 0 };
  const arms = { treated: { n: 0, sum: 0 }, control: { n: 0, sum: 0 } };
  const before = { share: 0, uplift: 0, qini: 0 };
  const area = { qini: 0, auuc: 0 };
  for (const [i, one] of people.entries()) {
    const count = counts === null ? 1 : (counts[one] ?? 0);
    const arm = treated[i] === 1 ? arms.treated : arms.control;
    arm.n += count;
    arm.sum += count * (outcome[i] ?? 0);
    if (endsTie[i] === 0) continue;
    const share = (arms.treated.n + arms.control.n) / (all.treated + all.control);
    const difference = meanOf(arms.treated) - meanOf(arms.control);
    const uplift = difference * share;
    const qini = (difference * arms.treated.n) / all.treated;
    area.auuc += ((uplift + before.uplift) / 2) * (share - before.share);
    area.qini += ((qini + before.qini) / 2) * (share - before.share);
    before.share = share;
    before.uplift = uplift;
    before.qini = qini;
  }
  return { qini: area.qini - before.qini / 2, auuc: area.auuc };
}

/** 0 of nobody */
const meanOf = ({ n, sum }: { n: number; sum: number }) => (n > 0 ? sum / n : 0);

function totals(people: Int32Array, treated: Uint8Array, counts: ArrayLike<number> | null) {
  const all = { treated: 0, control: 0 };
  for (const [i, one] of people.entries())
    all[treated[i] === 1 ? "treated" : "control"] += counts === null ? 1 : (counts[one] ?? 0);
  return all;
}

/** The areas of rankings of parts of the people, each counting by how many they are. */
export function meanAreas(rankings: readonly Ranking[], counts: ArrayLike<number> | null = null): Areas {
  const people = rankings.reduce((sum, ranking) => sum + ranking.people.length, 0);
  const mean = { qini: 0, auuc: 0 };
  for (const ranking of rankings) {
    const share = ranking.people.length / people;
    const { qini, auuc } = areasOf(ranking, counts);
    mean.qini += share * qini;
    mean.auuc += share * auuc;
  }
  return mean;
}

/**
 * 95 % intervals of both areas: 2.5 and 97.5 per cent of what they are when each arm's people are drawn again with
 * replacement. Source: B. Efron, R. J. Tibshirani 1993, An Introduction to the Bootstrap, § 13.3.
 */
export function areaIntervals(
  rankings: readonly Ranking[],
  treated: Uint8Array,
  draws: number,
  random: () => number,
): { [Area in keyof Areas]: [number, number] } {
  const all = Int32Array.from(treated.keys());
  const arms = [0, 1].map((arm) => all.filter((one) => treated[one] === arm));
  const counts = new Uint16Array(treated.length);
  const drawn = Array.from({ length: draws }, () => {
    counts.fill(0);
    for (const arm of arms) drawAgain(arm, counts, random);
    return meanAreas(rankings, counts);
  });
  const interval = (what: keyof Areas): [number, number] => {
    const sorted = Float64Array.from(drawn, (areas) => areas[what]).sort();
    const at = (share: number) => sorted[Math.round(share * (draws - 1))] ?? Number.NaN;
    return [at(0.025), at(0.975)];
  };
  return { qini: interval("qini"), auuc: interval("auuc") };
}

function drawAgain(arm: Int32Array, counts: Uint16Array, random: () => number): void {
  for (let i = 0; i < arm.length; i++) {
    const one = arm[Math.floor(random() * arm.length)] ?? 0;
    counts[one] = (counts[one] ?? 0) + 1;
  }
}
