import { hypergeometric } from "./counts";
import { ALPHA, type Estimate } from "./estimate";
import { grouped } from "./grouped";
import { errorOfMean, meanOf, type Sample, sampleOf } from "./sample";
import { welch } from "./welch";

/** One side of the comparison: everybody assigned to it, and the amounts of those who spent anything. */
export type Arm = { people: number; amounts: readonly number[] };

/** One way in which chance could have dealt the arms: what then stood on the held-out side. */
type Deal = { sum: number; squares: number; wereTreated: number; treatedSum: number };

const MOST_DEALS = 2000;
const FEWEST_DEALS = 500;
/** Spenders times deals: about a third of a second at the most. */
const WORK = 20_000_000;
const DOUBLINGS = 60;
const HALVINGS = 24;
const ROUNDING = 1e-9;

/**
 * What treatment added per person assigned, with a 95 % interval: mean of the treated minus mean of the held out.
 *
 * The interval holds every shift that a permutation test does not reject: the treated lose the shift, the arms are
 * dealt anew many times by `random`, and Welch's statistic is compared with what the deals give, 2.5 % on each side.
 * Its level is exact for a constant effect whatever the amounts look like, where Welch's own interval calls luck a
 * success in one case of eight (docs/decisions/040). Of many thousand spenders neighbours are dealt by the group. Null where an arm has fewer than two people, nobody spent, or
 * the people are too few to rule anything out.
 *
 * Source: Janssen 1997, Statistics & Probability Letters 36, 9–21; Chung and Romano 2013, Annals of Statistics 41,
 * 484–507 (the studentised permutation test stays valid where effects differ between people).
 */
export function lift(treated: Arm, heldOut: Arm, random: () => number, deals?: number): Estimate | null {
  const t = sampleOf(treated.people, treated.amounts);
  const h = sampleOf(heldOut.people, heldOut.amounts);
  const guess = welch(t, h);
  if (guess === null) return null;
  const sides = [groupsOf(treated), groupsOf(heldOut)] as const;
  const affordable = Math.floor(WORK / (treated.amounts.length + heldOut.amounts.length));
  const count = deals ?? Math.min(MOST_DEALS, Math.max(FEWEST_DEALS, affordable));
  const dealt = Array.from({ length: count }, () => deal(sides, t.people, h.people, random));
  const end = (side: 1 | -1) =>
    lastAccepted(guess.value, side * (guess.high - guess.value), (shift) =>
      accepts(t, h, dealt, shift, side),
    );
  const low = end(-1);
  const high = end(1);
  return low === null || high === null ? null : { value: guess.value, low, high };
}

/** Spenders in groups of neighbours, and everybody who spent nothing as one group. */
function groupsOf({ people, amounts }: Arm): readonly Sample[] {
  const spenders = grouped(amounts, (amount) => amount).map((group) => sampleOf(group.length, group));
  return [...spenders, { people: people - amounts.length, sum: 0, squares: 0 }];
}

/** Deals as many people to the held-out side as there were, all deals equally likely. */
function deal(
  [treated, heldOut]: readonly [readonly Sample[], readonly Sample[]],
  treatedPeople: number,
  heldOutPeople: number,
  random: () => number,
): Deal {
  const left = { people: treatedPeople + heldOutPeople, places: heldOutPeople };
  const take = (groups: readonly Sample[]): Sample => {
    const taken = { people: 0, sum: 0, squares: 0 };
    for (const { people, sum, squares } of groups) {
      const count = hypergeometric(left.people, people, left.places, random);
      left.people -= people;
      left.places -= count;
      if (count === 0) continue;
      taken.people += count;
      taken.sum += (sum * count) / people;
      taken.squares += (squares * count) / people;
    }
    return taken;
  };
  const fromTreated = take(treated);
  const fromHeldOut = take(heldOut);
  return {
    sum: fromTreated.sum + fromHeldOut.sum,
    squares: fromTreated.squares + fromHeldOut.squares,
    wereTreated: fromTreated.people,
    treatedSum: fromTreated.sum,
  };
}

/** Whether a shift stays possible: the statistic seen is not among the most extreme 2.5 % of those dealt. */
function accepts(t: Sample, h: Sample, dealt: readonly Deal[], shift: number, side: 1 | -1): boolean {
  const seen = statistic(moved(t, t.people, t.sum, shift), h);
  const all = moved(
    { people: t.people + h.people, sum: t.sum + h.sum, squares: t.squares + h.squares },
    t.people,
    t.sum,
    shift,
  );
  let asExtreme = 1;
  for (const { sum, squares, wereTreated, treatedSum } of dealt) {
    const held = moved({ people: h.people, sum, squares }, wereTreated, treatedSum, shift);
    const rest = {
      people: t.people,
      sum: all.sum - held.sum,
      squares: all.squares - held.squares,
    };
    // deals that only rounding tells apart from what was seen count as equal to it
    if (side * (seen - statistic(rest, held)) >= -ROUNDING) asExtreme++;
  }
  return asExtreme / (dealt.length + 1) > ALPHA / 2;
}

/** The sample after `treated` of its people, whose amounts add up to `treatedSum`, each lose `shift`. */
const moved = (sample: Sample, treated: number, treatedSum: number, shift: number): Sample => ({
  people: sample.people,
  sum: sample.sum - shift * treated,
  squares: sample.squares - 2 * shift * treatedSum + shift * shift * treated,
});

function statistic(treated: Sample, heldOut: Sample): number {
  const difference = meanOf(treated) - meanOf(heldOut);
  const error = Math.sqrt(errorOfMean(treated) + errorOfMean(heldOut));
  if (error > 0) return difference / error;
  return difference === 0 ? 0 : difference * Number.POSITIVE_INFINITY;
}

/** The far end of what is accepted from `start` in the direction of `step`; null where it has none. */
function lastAccepted(start: number, step: number, isAccepted: (shift: number) => boolean): number | null {
  let inside = start;
  let outside = start + step;
  for (let i = 0; isAccepted(outside); i++) {
    if (i === DOUBLINGS) return null;
    inside = outside;
    outside = start + (outside - start) * 2;
  }
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (inside + outside) / 2;
    if (isAccepted(middle)) inside = middle;
    else outside = middle;
  }
  return outside;
}
