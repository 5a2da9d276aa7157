import type { CopyBrief } from "@/server/domain/copy/copy-brief";
import type { CopyText } from "@/server/domain/copy/copy-text";
import { checkAll } from "@/server/guardrails/check-all";
import { campaignVersion } from "@/server/store/campaigns";
import type { Sql } from "@/server/store/database";
import { loadFacts } from "@/server/store/facts.sql";
import { type HeldCreative, heldCreative, planOf } from "@/server/store/held-creatives";
import type { ReviewItem } from "@/server/store/reviews";
import { settingInForce } from "@/server/store/settings";
import { type ComposedWords, composeWords } from "../copy/compose-words";

/** An edit as it would be sent, with everything that speaks against it for this customer, now. */
export type ComposedEdit = ComposedWords & { original: HeldCreative; brief: CopyBrief };

/** Lays edited words out as the writer's were, under the same brand, and checks them again with today's facts and policy. */
export async function composeEdit(
  sql: Sql,
  item: Pick<ReviewItem, "runId" | "customerId" | "creativeId">,
  copy: CopyText,
  now: Date,
): Promise<ComposedEdit> {
  const original = await heldCreative(sql, item.creativeId);
  const brief = await briefOf(sql, item.runId, original);
  const facts = (await loadFacts(sql, [item.customerId], now)).get(item.customerId) ?? {};
  const { body: policy } = await settingInForce(sql, "policy");
  const words = await composeWords(
    copy,
    brief,
    original.brandVersion,
    (draft) => checkAll(draft, facts, policy, now.getTime()).findings,
  );
  return { ...words, original, brief };
}

/** What the original was written under: the brand and the offers of its run, the company as it is now. */
async function briefOf(sql: Sql, runId: number, original: HeldCreative): Promise<CopyBrief> {
  const plan = await planOf(sql, runId);
  const { body: brand } = await settingInForce(sql, "brand", original.brandVersion);
  const { body: company } = await settingInForce(sql, "company");
  const { body: inForce } = await settingInForce(sql, "configuration");
  const campaign =
    plan?.campaign ?? (await campaignVersion(sql, original.campaignId, original.campaignVersion));
  if (campaign === null) throw new Error(`campaign ${original.campaignId} lost a version`);
  const { offers } = plan?.configuration ?? inForce;
  const offer = offers.find(({ id }) => id === original.offerId) ?? null;
  const { campaignId, segment, action, channel, variant, language } = original;
  const { goal, brief } = campaign;
  return { campaignId, goal, brief, segment, action, offer, channel, variant, language, brand, company };
}
