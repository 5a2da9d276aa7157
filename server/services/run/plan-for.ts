import { type Arm, armsFor } from "@/server/domain/arm";
import { offersLeft } from "@/server/domain/offer-stock";
import type { PlannedCreative, RunPlan } from "@/server/domain/run-plan";
import { line } from "@/server/pipeline/line";
import type { Sql } from "@/server/store/database";
import { loadPopulation } from "@/server/store/population.sql";
import { loadStock } from "@/server/store/products.sql";
import type { StoredRun } from "@/server/store/runs";
import { loadControl, loadOffersTaken, loadTreated } from "@/server/store/tallies.sql";
import type { RunSettings } from "./settings-of";

export type Measured = Pick<RunPlan, "population" | "treated" | "control" | "stockLeft"> & {
  arms: readonly Arm[];
};

/** What the run's choices rest on, as of its instant: its population, what earlier touches taught, what is left of offers. */
export async function measuredFor(
  sql: Sql,
  run: StoredRun,
  { campaign, configuration }: RunSettings,
): Promise<Measured> {
  const arms = armsFor(campaign, configuration);
  const { conversionDays: windowDays } = configuration.attribution;
  const asked = { campaignId: run.campaignId, now: run.at, windowDays };
  const [population, treated, control, taken, stock] = await Promise.all([
    loadPopulation(sql, run.at),
    loadTreated(sql, asked, arms),
    loadControl(sql, asked),
    loadOffersTaken(sql),
    loadStock(
      sql,
      configuration.offers.flatMap(({ products }) => products),
    ),
  ]);
  const stockLeft = Object.fromEntries(
    configuration.offers.map((offer) => [offer.id, offersLeft(offer, taken[offer.id] ?? 0, stock)]),
  );
  return { arms, population, treated, control, stockLeft };
}

/** Everything that is the same for all customers of the run. */
export function planFor(
  run: StoredRun,
  settings: RunSettings,
  measured: Measured,
  creatives: readonly PlannedCreative[],
): RunPlan {
  const { campaign, configuration, policy, company, companyVersion } = settings;
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
    ...measured,
    creatives,
  };
}
