import { languagesOf } from "@/server/store/audience.sql";
import type { Sql } from "@/server/store/database";
import { settingInForce } from "@/server/store/settings";
import { briefsOf, type WritingSettings } from "../run/briefs-of";
import { LANGUAGE_SHARE } from "../run/write-pieces";
import { type WorkingCopy, workingCopy } from "./working-copy";

/** What a run of the campaign as it stands would have written: briefs by the hash (hex) of what they are made from. */
export type ContentPlan = {
  copy: WorkingCopy;
  settings: WritingSettings;
  brandVersion: number;
  briefs: ReturnType<typeof briefsOf>;
};

/** The pieces of a campaign under the documents in force, unpublished changes included. */
export async function contentPlan(sql: Sql, id: number, now: Date): Promise<ContentPlan> {
  const copy = await workingCopy(sql, id);
  const [configuration, brand, company, spoken] = await Promise.all([
    settingInForce(sql, "configuration"),
    settingInForce(sql, "brand"),
    settingInForce(sql, "company"),
    languagesOf(sql, copy.body.audience, now, LANGUAGE_SHARE),
  ]);
  const settings: WritingSettings = {
    campaign: copy.body,
    configuration: configuration.body,
    brand: brand.body,
    company: company.body,
  };
  const briefs = briefsOf({ campaignId: id }, settings, spoken);
  return { copy, settings, brandVersion: brand.version, briefs };
}
