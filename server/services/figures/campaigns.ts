import { figuresScope } from "@/server/domain/figures-scope";
import { attributedPerTouch } from "@/server/domain/kpi/attributed-per-touch";
import { liftFigures } from "@/server/domain/kpi/lift-figures";
import type { Sql } from "@/server/store/database";
import { arms } from "@/server/store/figures-arms.sql";
import { campaignNames } from "@/server/store/figures-campaigns.sql";
import { verdictCounts } from "@/server/store/figures-decisions.sql";
import { contacted, touchSumsByCampaign } from "@/server/store/figures-touches.sql";
import { view } from "../verb";
import { armsQuery } from "./arms-query";
import { type Asked, scopeOf } from "./scope";

/** Each campaign that decided or sent in the period: what it did, what is attributed to it, and its own lift. Most revenue first. */
export const campaigns = view({ needs: "figures.read", input: figuresScope }, async ({ ctx, now, input }) => {
  const { sql } = ctx.platform.database;
  const asked = await scopeOf(ctx, now, input);
  const [sums, verdicts] = await Promise.all([
    touchSumsByCampaign(sql, asked.scope),
    verdictCounts(sql, asked.scope),
  ]);
  const ids = [...new Set([...sums, ...verdicts].map(({ campaignId }) => campaignId))];
  const names = await campaignNames(sql, ids);
  const rows = [];
  for (const { id, name, state } of names) {
    const touched = sums.find(({ campaignId }) => campaignId === id);
    const counted = verdicts.filter(({ campaignId }) => campaignId === id);
    rows.push({
      id,
      name,
      state,
      decisions: counted.reduce((sum, { decisions }) => sum + decisions, 0),
      held: counted.find(({ verdict }) => verdict === "held")?.decisions ?? 0,
      touches: touched?.touches ?? 0,
      conversions: touched?.conversions ?? 0,
      revenueMinor: touched?.revenueMinor ?? 0,
      ...(await earnedOf(sql, asked, id, touched?.touches ?? 0)),
    });
  }
  return {
    currency: asked.scope.currency,
    rows: rows.sort((a, b) => b.revenueMinor - a.revenueMinor || b.decisions - a.decisions || a.id - b.id),
  };
});

/** What a campaign alone earned, held to what the whole period is held to. */
async function earnedOf(sql: Sql, asked: Asked, campaignId: number, touches: number) {
  const scope = { ...asked.scope, campaignId };
  const query = await armsQuery(sql, { ...asked, scope });
  const { buyers, others } = await contacted(sql, scope);
  return {
    revenuePerTouch: attributedPerTouch(buyers, others),
    lift: { holdout: query.holdout, ...liftFigures(await arms(sql, query), touches) },
  };
}
