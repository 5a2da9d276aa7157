import { figuresScope } from "@/server/domain/figures-scope";
import { attributedPerTouch } from "@/server/domain/kpi/attributed-per-touch";
import { type Figure, known, missing } from "@/server/domain/kpi/figure";
import { kpiGoal } from "@/server/domain/kpi/kpi-goal";
import { FEWEST_PEOPLE, type LiftFigures, liftFigures } from "@/server/domain/kpi/lift-figures";
import { wilson } from "@/server/domain/stats/wilson";
import { DAY_MS } from "@/server/domain/time";
import type { Sql } from "@/server/store/database";
import { type Arms, type ArmsQuery, arms, runsLeftOut } from "@/server/store/figures-arms.sql";
import {
  blockedBy,
  heldBecause,
  type Reviews,
  reviews,
  type VerdictCount,
  verdictCounts,
} from "@/server/store/figures-decisions.sql";
import { touchesByChannel } from "@/server/store/figures-drivers.sql";
import { contacted, type TouchSums, touchSums } from "@/server/store/figures-touches.sql";
import { lastPass } from "@/server/store/measure.sql";
import { view } from "../verb";
import { armsQuery } from "./arms-query";
import { scopeOf } from "./scope";

/**
 * What the period earned and what was done for it. Every figure is defined in `server/domain/kpi/definitions.ts`;
 * money is in minor units of `currency`, shares are 0–1. `isComplete` is false while orders may still come in for
 * the period's last touches. Sums of touches are those of the pass that ended after `measuredAt`; null: there was none.
 */
export const overview = view({ needs: "figures.read", input: figuresScope }, async ({ ctx, now, input }) => {
  const { sql } = ctx.platform.database;
  const asked = await scopeOf(ctx, now, input);
  const { scope } = asked;
  const query = await armsQuery(sql, asked);
  const [sums, people, divided, leftOut, verdicts, blocked, held, reviewed, measuredAt] = await Promise.all([
    touchSums(sql, scope),
    contacted(sql, scope),
    arms(sql, query),
    runsLeftOut(sql, scope),
    verdictCounts(sql, scope),
    blockedBy(sql, scope),
    heldBecause(sql, scope),
    reviews(sql, scope),
    lastPass(sql),
  ]);
  const byVerdict = sumByVerdict(verdicts);
  const contactedPeople = people.buyers.length + people.others.people;
  return {
    period: { from: scope.fromDay, to: scope.toDay },
    isComplete: now.getTime() >= scope.to.getTime() + query.windowDays * DAY_MS,
    currency: scope.currency,
    isDemo: asked.company.demo,
    measuredAt,
    sums,
    contactedPeople,
    convertedPeople: people.buyers.length,
    revenuePerTouch: attributedPerTouch(people.buyers, people.others),
    goal: kpiGoal("revenuePerTouch", asked.targets, scope.currency),
    lift: {
      holdout: query.holdout,
      runsLeftOut: leftOut,
      ...(await liftOf(sql, query, divided, sums.touches)),
    },
    rates: ratesOf(sums, people.buyers.length, contactedPeople),
    decisions: { byVerdict, blockedBy: blocked, heldBecause: held },
    review: { ...reviewed, overrideShare: overrideShare(reviewed, byVerdict) },
    funnel: funnelOf(sums, byVerdict, reviewed),
  };
});

/** The holdout is kept from every channel: what one of several earned cannot be told from the others. */
async function liftOf(
  sql: Sql,
  { scope, holdout }: ArmsQuery,
  divided: Arms,
  touches: number,
): Promise<LiftFigures> {
  const found = liftFigures(divided, touches, holdout);
  const channels = scope.channel === null ? [] : await touchesByChannel(sql, scope);
  if (channels.every(({ channel }) => channel === scope.channel)) return found;
  const none = missing("people held out of this channel alone", 0, FEWEST_PEOPLE);
  return { ...found, perPerson: none, perTouch: none };
}

const share = (part: number, whole: number, what: string): Figure => {
  const found = wilson(part, whole);
  return found === null ? missing(what, 0, 1) : known(found);
};

const ratesOf = (
  { touches, opens, clicks, unsubscribes, complaints }: TouchSums,
  converted: number,
  people: number,
) => ({
  conversion: share(converted, people, "people contacted"),
  openRate: share(opens, touches, "touches"),
  clickRate: share(clicks, touches, "touches"),
  unsubscribeRate: share(unsubscribes, touches, "touches"),
  complaintRate: share(complaints, touches, "touches"),
});

function sumByVerdict(counts: readonly VerdictCount[]): Record<string, number> {
  const sums: Record<string, number> = { "sent-on": 0, held: 0, blocked: 0, skipped: 0, holdout: 0 };
  for (const { verdict, decisions } of counts) sums[verdict] = (sums[verdict] ?? 0) + decisions;
  return sums;
}

const overrideShare = ({ overridden }: Reviews, byVerdict: Record<string, number>): Figure =>
  share(overridden, (byVerdict["sent-on"] ?? 0) + (byVerdict.held ?? 0), "decisions to be sent");

/** From decided to converted. The first three are decisions of the period, the rest are touches of the period. */
const funnelOf = (sums: TouchSums, byVerdict: Record<string, number>, reviewed: Reviews) => [
  { step: "decided", count: Object.values(byVerdict).reduce((sum, count) => sum + count, 0) },
  { step: "held", count: byVerdict.held ?? 0 },
  { step: "approved", count: reviewed.approved },
  { step: "sent", count: sums.touches },
  { step: "opened", count: sums.opens },
  { step: "clicked", count: sums.clicks },
  { step: "converted", count: sums.conversions },
];
