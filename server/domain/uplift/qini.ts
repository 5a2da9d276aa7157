/** People in the order in which they would be treated, those with equal scores together; see `rank`. */
export type Ranking = {
  treated: Uint8Array;
  outcome: Float64Array;
  /** 1 where the next person scores lower */
  endsTie: Uint8Array;
};

export type Areas = { qini: number; auuc: number };

/** Puts people in order, the highest score first. */
export function rank(
  scores: ArrayLike<number>,
  treated: ArrayLike<number>,
  outcome: ArrayLike<number>,
): Ranking {
  const order = Int32Array.from({ length: scores.length }, (_, i) => i).sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0),
  );
  return {
    treated: Uint8Array.from(order, (i) => treated[i] ?? 0),
    outcome: Float64Array.from(order, (i) => outcome[i] ?? 0),
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
 * People with equal scores come in at once. `counts`: how often each is drawn, by position in the ranking; once by default.
 */
export function areasOf(
  { treated, outcome, endsTie }: Ranking,
  counts: ArrayLike<number> | null = null,
): Areas {
  const all = totals(treated, counts);
  const sums = { t: 0, y: 0, c: 0, z: 0 };
  const before = { share: 0, uplift: 0, qini: 0 };
  const area = { qini: 0, auuc: 0 };
  for (let i = 0; i < treated.length; i++) {
    const count = counts === null ? 1 : (counts[i] ?? 0);
    if (treated[i] === 1) {
      sums.t += count;
      sums.y += count * (outcome[i] ?? 0);
    } else {
      sums.c += count;
      sums.z += count * (outcome[i] ?? 0);
    }
    if (endsTie[i] === 0) continue;
    const share = (sums.t + sums.c) / (all.treated + all.control);
    const difference = (sums.t > 0 ? sums.y / sums.t : 0) - (sums.c > 0 ? sums.z / sums.c : 0);
    const uplift = difference * share;
    const qini = (difference * sums.t) / all.treated;
    area.auuc += ((uplift + before.uplift) / 2) * (share - before.share);
    area.qini += ((qini + before.qini) / 2) * (share - before.share);
    before.share = share;
    before.uplift = uplift;
    before.qini = qini;
  }
  return { qini: area.qini - before.qini / 2, auuc: area.auuc };
}

function totals(treated: Uint8Array, counts: ArrayLike<number> | null) {
  const all = { treated: 0, control: 0 };
  for (let i = 0; i < treated.length; i++)
    all[treated[i] === 1 ? "treated" : "control"] += counts === null ? 1 : (counts[i] ?? 0);
  return all;
}

/**
 * 95 % intervals of both areas: 2.5 and 97.5 per cent of what they are when each arm's people are drawn again with
 * replacement. Source: B. Efron, R. J. Tibshirani 1993, An Introduction to the Bootstrap, § 13.3.
 */
export function areaIntervals(ranking: Ranking, draws: number, random: () => number) {
  const arms = [0, 1].map((arm) =>
    Int32Array.from([...ranking.treated.keys()].filter((i) => ranking.treated[i] === arm)),
  );
  const counts = new Uint16Array(ranking.treated.length);
  const drawn = Array.from({ length: draws }, () => {
    counts.fill(0);
    for (const people of arms)
      for (let i = 0; i < people.length; i++) {
        const at = people[Math.floor(random() * people.length)] ?? 0;
        counts[at] = (counts[at] ?? 0) + 1;
      }
    return areasOf(ranking, counts);
  });
  const interval = (what: keyof Areas): [number, number] => {
    const sorted = Float64Array.from(drawn, (areas) => areas[what]).sort();
    const at = (share: number) => sorted[Math.round(share * (draws - 1))] ?? Number.NaN;
    return [at(0.025), at(0.975)];
  };
  return { qini: interval("qini"), auuc: interval("auuc") };
}
