import { armsFor } from "@/server/domain/arm";
import type { PlannedCreative, RunPlan } from "@/server/domain/run-plan";
import { line } from "@/server/pipeline/line";
import type { Sql } from "@/server/store/database";
import { loadPopulation } from "@/server/store/population.sql";
import type { StoredRun } from "@/server/store/runs";
import { loadControl, loadOffersTaken, loadTreated } from "@/server/store/tallies.sql";
import type { RunSettings } from "./settings-of";

/** Everything that is the same for all customers of the run, measured as of its instant. */
export async function planFor(
  sql: Sql,
  run: StoredRun,
  settings: RunSettings,
  creatives: readonly PlannedCreative[],
): Promise<RunPlan> {
  const { campaign, configuration, policy, company, companyVersion } = settings;
  const arms = armsFor(campaign, configuration);
  const asked = {
    campaignId: run.campaignId,
    now: run.at,
    windowDays: configuration.attribution.conversionDays,
  };
  const [population, treated, control, taken] = await Promise.all([
    loadPopulation(sql, run.at),
    loadTreated(sql, asked, arms),
    loadControl(sql, asked),
    loadOffersTaken(sql),
  ]);
  const { currency, timeZone, language, postalAddress } = company;
  return {
    runId: run.id,
    campaignId: run.campaignId,
    atMs: run.at.getTime(),
    seed: run.seed,
    versions: {
      campaign: run.campaignVersion,
      configuration: run.configurationVersion,
      policy: run.policyVersion,
      brand: run.brandVersion,
      company: companyVersion,
    },
    nodes: line.stations,
    campaign,
    configuration,
    policy,
    company: { currency, timeZone, language, postalAddress },
    population,
    arms,
    treated,
    control,
    stockLeft: Object.fromEntries(
      configuration.offers.map(({ id, stock }) => [id, stock === null ? null : stock - (taken[id] ?? 0)]),
    ),
    creatives,
  };
}
