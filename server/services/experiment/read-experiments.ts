import { daysLeft } from "@/server/domain/experiment/days-left";
import { judge } from "@/server/domain/experiment/judge";
import { DEFAULT_RULE } from "@/server/domain/experiment/stopping-rule";
import { variantMetrics } from "@/server/domain/experiment/variant-metrics";
import { DAY_MS } from "@/server/domain/time";
import type { Sql } from "@/server/store/database";
import {
  type TestedCampaign,
  testedCampaigns,
  type VariantOutcomes,
  variantOutcomes,
} from "@/server/store/experiments.sql";
import { settingInForce } from "@/server/store/settings";

/** Older messages say little of today's words, and the tables of a year are large. */
const MOST_DAYS = 180;

/** Every campaign whose words are compared, as it stands: all, or the one named. One question for all of them. */
export async function readExperiments(sql: Sql, now: Date, only: number | null = null) {
  const [tested, { body: configuration }] = await Promise.all([
    testedCampaigns(sql, only),
    settingInForce(sql, "configuration"),
  ]);
  const earliest = new Date(now.getTime() - MOST_DAYS * DAY_MS);
  const campaigns = tested.map((campaign) => ({
    ...campaign,
    since: campaign.versionAt > earliest ? campaign.versionAt : earliest,
  }));
  const { openHours, clickHours } = configuration.attribution;
  const outcomes = await variantOutcomes(sql, { campaigns, openHours, clickHours });
  return campaigns.map((campaign) =>
    experimentOf(
      campaign,
      outcomes.filter(({ campaignId }) => campaignId === campaign.id),
      now,
    ),
  );
}

export type Experiment = Awaited<ReturnType<typeof readExperiments>>[number];

function experimentOf(
  { versionAt: _, variants: names, ...campaign }: TestedCampaign & { since: Date },
  outcomes: readonly VariantOutcomes[],
  now: Date,
) {
  const variants = names.flatMap((name) => outcomes.find(({ variant }) => variant === name) ?? []);
  const begun =
    variants.length === 0 ? null : new Date(Math.min(...variants.map(({ firstAt }) => firstAt.getTime())));
  const days = begun === null ? 0 : (now.getTime() - begun.getTime()) / DAY_MS;
  const judged = judge({
    metrics: variantMetrics(variants),
    weights: variants.map(() => 1),
    days,
    rule: DEFAULT_RULE,
  });
  const smallest = variants.length === 0 ? 0 : Math.min(...variants.map(({ people }) => people));
  return {
    ...campaign,
    names,
    begun,
    days,
    rule: DEFAULT_RULE,
    variants: variants.map(({ campaignId: _id, ...counts }) => counts),
    ...judged,
    daysLeft: variants.length < 2 ? null : daysLeft(judged, smallest, days),
  };
}
