import type { CampaignBody } from "@/server/domain/campaign";
import type { Brand } from "@/server/domain/settings/brand";
import type { Company } from "@/server/domain/settings/company";
import type { Configuration } from "@/server/domain/settings/configuration";
import type { Policy } from "@/server/domain/settings/policy";
import { campaignVersion } from "@/server/store/campaigns";
import type { Sql } from "@/server/store/database";
import type { StoredRun } from "@/server/store/runs";
import { settingInForce } from "@/server/store/settings";

/** The documents that a run was requested under. */
export type RunSettings = {
  campaign: CampaignBody;
  configuration: Configuration;
  policy: Policy;
  brand: Brand;
  company: Company;
  companyVersion: number;
};

/** The documents of the versions that the run names. Who the sender is has no version in the run: the newest holds. */
export async function settingsOf(sql: Sql, run: StoredRun): Promise<RunSettings> {
  const [campaign, configuration, policy, brand, company] = await Promise.all([
    campaignVersion(sql, run.campaignId, run.campaignVersion),
    settingInForce(sql, "configuration", run.configurationVersion),
    settingInForce(sql, "policy", run.policyVersion),
    settingInForce(sql, "brand", run.brandVersion),
    settingInForce(sql, "company"),
  ]);
  if (campaign === null) throw new Error(`campaign ${run.campaignId} has no version ${run.campaignVersion}`);
  return {
    campaign,
    configuration: configuration.body,
    policy: policy.body,
    brand: brand.body,
    company: company.body,
    companyVersion: company.version,
  };
}
