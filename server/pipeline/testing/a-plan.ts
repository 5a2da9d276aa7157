import { armsFor } from "@/server/domain/arm";
import { type CampaignBody, campaignBody } from "@/server/domain/campaign";
import type { PlannedCreative, RunPlan } from "@/server/domain/run-plan";
import { type Configuration, defaultConfiguration } from "@/server/domain/settings/configuration";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { aDraft } from "@/server/guardrails/testing/a-draft";
import { segmentors } from "@/server/segmentors";
import type { Words } from "../ports";

type Given = Partial<Omit<RunPlan, "campaign" | "configuration">> & {
  campaign?: Partial<CampaignBody>;
  configuration?: Partial<Configuration>;
};

/** A plan of a win-back run with every creative it may need; nobody is held out unless it is given. */
export function aPlan({ campaign: body, configuration: settings, ...given }: Given = {}): RunPlan {
  const campaign = campaignBody.parse({ name: "Win back", goal: "win-back", holdoutShare: 0, ...body });
  const configuration = { ...defaultConfiguration, globalHoldoutShare: 0, ...settings };
  const arms = given.arms ?? armsFor(campaign, configuration);
  return {
    runId: 1,
    campaignId: 1,
    atMs: Date.UTC(2026, 5, 1, 9),
    seed: 42,
    versions: { campaign: 1, configuration: 1, policy: 1, brand: 1, company: 1 },
    nodes: {},
    campaign,
    configuration,
    policy: defaultPolicy,
    company: {
      currency: "GBP",
      timeZone: "Europe/London",
      language: "en",
      postalAddress: aDraft().postalAddress,
    },
    population: {
      buyers: 1000,
      silenceDaysCuts: [30, 60, 120, 240],
      ordersCuts: [1, 2, 4, 8],
      spendMinorCuts: [2000, 5000, 10_000, 30_000],
      averageOrderMinor: 5000,
      margin: null,
    },
    arms,
    treated: {},
    control: {},
    stockLeft: {},
    creatives: creativesFor(arms, campaign.variants),
    ...given,
  };
}

function creativesFor(arms: RunPlan["arms"], variants: readonly string[]): PlannedCreative[] {
  const segments = Object.values(segmentors).flatMap((one) => Object.keys(one.segments));
  const pieces = segments.flatMap((segment) =>
    arms.flatMap((arm) => variants.map((variant) => ({ ...arm, segment, variant, language: "en" }))),
  );
  return pieces.map((piece, i) => ({
    ...piece,
    id: i + 1,
    creativeHash: String(i).padStart(64, "0"),
    writtenBy: "rules",
  }));
}

/** The words of a plan's creatives: decent ones, approved by nobody. */
export const wordsFor = ({ creatives, configuration, company }: RunPlan): Words[] =>
  creatives.map((creative) => ({
    creative,
    draft: aDraft({
      offer: configuration.offers.find(({ id }) => id === creative.offerId) ?? null,
      postalAddress: company.postalAddress,
    }),
    approved: false,
  }));
