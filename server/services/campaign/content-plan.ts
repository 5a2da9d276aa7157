import type { CampaignBody } from "@/server/domain/campaign";
import { spokenIn } from "@/server/store/audience.sql";
import type { Sql } from "@/server/store/database";
import { settingsInForce } from "@/server/store/settings";
import { briefsOf, type WritingSettings } from "../run/briefs-of";
import { LANGUAGE_SHARE } from "../run/write-pieces";
import { type WorkingCopy, workingCopy } from "./working-copy";

/** What a run of a campaign would have written now: briefs by the hash (hex) of what they are made from. */
export type ContentNeeds = {
  settings: WritingSettings;
  brandVersion: number;
  companyVersion: number;
  /** how many people the words are for */
  audience: number;
  briefs: ReturnType<typeof briefsOf>;
};

/** The pieces of a campaign with this body under the documents in force. */
export async function contentNeeds(
  sql: Sql,
  { id, body, now }: { id: number; body: CampaignBody; now: Date },
): Promise<ContentNeeds> {
  const [{ configuration, brand, company }, { count, languages }] = await Promise.all([
    settingsInForce(sql, ["configuration", "brand", "company"]),
    spokenIn(sql, body.audience, now, LANGUAGE_SHARE),
  ]);
  const settings: WritingSettings = {
    campaign: body,
    configuration: configuration.body,
    brand: brand.body,
    company: company.body,
  };
  return {
    settings,
    brandVersion: brand.version,
    companyVersion: company.version,
    audience: count,
    briefs: briefsOf({ campaignId: id }, settings, languages),
  };
}

export type ContentPlan = ContentNeeds & { copy: WorkingCopy };

/** What the campaign as it stands needs, unpublished changes included. */
export async function contentPlan(sql: Sql, id: number, now: Date): Promise<ContentPlan> {
  const copy = await workingCopy(sql, id);
  return { copy, ...(await contentNeeds(sql, { id, body: copy.body, now })) };
}
