import { armsFor } from "@/server/domain/arm";
import { canonical } from "@/server/domain/canonical";
import { fnv1a } from "@/server/domain/moment";
import type { RunPlan } from "@/server/domain/run-plan";
import { DAY_MS } from "@/server/domain/time";
import { briefsOf } from "@/server/services/run/briefs-of";
import { draftsOf, type Prepared } from "@/server/services/run/deciding";
import { type Measured, measuredFor, planFor } from "@/server/services/run/plan-for";
import type { RunSettings } from "@/server/services/run/settings-of";
import { creativesMadeFrom } from "@/server/store/creatives.sql";
import type { Sql } from "@/server/store/database";
import { type LiveCampaign, newestPlan } from "@/server/store/live-campaigns.sql";
import type { StoredRun } from "@/server/store/runs";
import type { Documents } from "./documents";

/** What the last run measured is taken over for so long; afterwards it is measured anew. */
const MEASURES_LAST_DAYS = 7;

export type DryPlan = { prepared: Prepared; measuredAt: Date };

/**
 * The plan that a run of this campaign would have if it began now, under the versions in force, with the pieces that are
 * written. Populations and earlier results are those that the last run measured, while they are fresh. No random sample
 * for review: whom it holds is drawn by the run's number, which there is none of.
 */
export async function dryPlan(
  sql: Sql,
  live: LiveCampaign,
  documents: Documents,
  now: Date,
  languages: readonly string[],
): Promise<DryPlan> {
  const run = dryRun(live, documents, now);
  const settings = settingsNow(live, documents);
  const { measured, measuredAt } = await measuresOf(sql, run, settings, now);
  const inputs = [...briefsOf(run, settings, languages).keys()];
  const made = await creativesMadeFrom(sql, live.id, inputs);
  const creatives = [...made.values()].map(({ planned }) => planned);
  const plan = planFor(run, settings, measured, creatives);
  const drafts = await draftsOf(
    sql,
    plan,
    creatives.map(({ id }) => id),
  );
  return { prepared: { plan, drafts }, measuredAt };
}

function settingsNow(
  { body }: LiveCampaign,
  { configuration, policy, brand, company }: Documents,
): RunSettings {
  return {
    campaign: { ...body, reviewSample: 0 },
    configuration: configuration.body,
    policy: policy.body,
    brand: brand.body,
    company: company.body,
    companyVersion: company.version,
  };
}

function dryRun(live: LiveCampaign, { configuration, policy, brand }: Documents, now: Date): StoredRun {
  return {
    id: 0,
    ref: "dry",
    campaignId: live.id,
    campaignVersion: live.version,
    configurationVersion: configuration.version,
    policyVersion: policy.version,
    brandVersion: brand.version,
    at: now,
    seed: fnv1a(`dry-${live.id}`),
    state: "deciding",
    chunks: 1,
    audience: 1,
    requestedBy: "dry",
    finishedAt: null,
  };
}

type Measures = { measured: Measured; measuredAt: Date };

async function measuresOf(sql: Sql, run: StoredRun, settings: RunSettings, now: Date): Promise<Measures> {
  const since = new Date(now.getTime() - MEASURES_LAST_DAYS * DAY_MS);
  const last = await newestPlan(sql, run.campaignId, since);
  const arms = armsFor(settings.campaign, settings.configuration);
  if (last !== null && canonical(last.arms) === canonical(arms))
    return { measured: takenFrom(last), measuredAt: new Date(last.atMs) };
  return { measured: await measuredFor(sql, run, settings), measuredAt: now };
}

const takenFrom = ({ arms, population, treated, control, stockLeft }: RunPlan): Measured => ({
  arms,
  population,
  treated,
  control,
  stockLeft,
});
