import { figuresScope } from "@/server/domain/figures-scope";
import { attributedPerTouch } from "@/server/domain/kpi/attributed-per-touch";
import { liftFigures } from "@/server/domain/kpi/lift-figures";
import { campaignNames } from "@/server/store/figures-campaigns.sql";
import { verdictCounts } from "@/server/store/figures-decisions.sql";
import { contactedByCampaign, NOBODY, touchSumsByCampaign } from "@/server/store/figures-touches.sql";
import { view } from "../verb";
import { campaignArms } from "./campaign-arms";
import { scopeOf } from "./scope";

/** Each campaign that decided or sent in the period: what it did, what is attributed to it, and its own lift. Most revenue first. */
export const campaigns = view({ needs: "figures.read", input: figuresScope }, async ({ ctx, now, input }) => {
  const { sql } = ctx.platform.database;
  const asked = await scopeOf(ctx, now, input);
  const [sums, verdicts, people, arms] = await Promise.all([
    touchSumsByCampaign(sql, asked.scope),
    verdictCounts(sql, asked.scope),
    contactedByCampaign(sql, asked.scope),
    campaignArms(sql, asked),
  ]);
  const ids = [...new Set([...sums, ...verdicts].map(({ campaignId }) => campaignId))];
  const rows = (await campaignNames(sql, ids)).map(({ id, name, state }) => {
    const touched = sums.find(({ campaignId }) => campaignId === id);
    const counted = verdicts.filter(({ campaignId }) => campaignId === id);
    const { buyers, others } = people.get(id) ?? NOBODY;
    return {
      id,
      name,
      state,
      decisions: counted.reduce((sum, { decisions }) => sum + decisions, 0),
      held: counted.find(({ verdict }) => verdict === "held")?.decisions ?? 0,
      touches: touched?.touches ?? 0,
      conversions: touched?.conversions ?? 0,
      revenueMinor: touched?.revenueMinor ?? 0,
      revenuePerTouch: attributedPerTouch(buyers, others),
      lift: { holdout: arms.holdout, ...liftFigures(arms.of(id), touched?.touches ?? 0, arms.holdout) },
    };
  });
  return {
    currency: asked.scope.currency,
    rows: rows.sort((a, b) => b.revenueMinor - a.revenueMinor || b.decisions - a.decisions || a.id - b.id),
  };
});
