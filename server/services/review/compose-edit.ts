import { type CopyProblem, checkCopy } from "@/server/domain/copy/check-copy";
import type { CopyText } from "@/server/domain/copy/copy-text";
import { creativeHash } from "@/server/domain/creative-hash";
import type { Company } from "@/server/domain/settings/company";
import type { Offer } from "@/server/domain/settings/configuration";
import { checkAll, type Raised } from "@/server/guardrails/check-all";
import { draftOf } from "@/server/guardrails/draft-of";
import { compileEmail, type EmailPiece } from "@/server/render/compile-email";
import { campaignVersion } from "@/server/store/campaigns";
import type { Sql } from "@/server/store/database";
import { loadFacts } from "@/server/store/facts.sql";
import { type HeldCreative, heldCreative, planOf } from "@/server/store/held-creatives";
import type { ReviewItem } from "@/server/store/reviews";
import { settingInForce } from "@/server/store/settings";

/** Words that a person vouches for: figures and claims nobody gave the writer. They are shown, and do not stop an edit. */
const VOUCHED_FOR = new Set(["copy.figure", "copy.claim"]);

/** An edit as it would be sent, with everything that speaks against it. */
export type ComposedEdit = {
  original: HeldCreative;
  offer: Offer | null;
  company: Company;
  /** null while `problems` keep it from being laid out */
  piece: EmailPiece | null;
  creativeHash: Buffer | null;
  /** what must be changed before the edit can be saved */
  problems: CopyProblem[];
  /** what the editor vouches for by saving */
  warnings: CopyProblem[];
  /** what the guardrails say of it for this customer, now */
  findings: readonly Raised[];
};

/** Lays edited words out as the writer's were, under the same brand, and checks them again with today's facts and policy. */
export async function composeEdit(
  sql: Sql,
  item: Pick<ReviewItem, "runId" | "customerId" | "creativeId">,
  copy: CopyText,
  now: Date,
): Promise<ComposedEdit> {
  const original = await heldCreative(sql, item.creativeId);
  const { brief, brand, company, offer } = await circumstances(sql, item.runId, original);
  const found = checkCopy(copy, brief);
  const problems = found.filter(({ code }) => !VOUCHED_FOR.has(code));
  const warnings = found.filter(({ code }) => VOUCHED_FOR.has(code));
  if (problems.length > 0) {
    return { original, offer, company, piece: null, creativeHash: null, problems, warnings, findings: [] };
  }
  const piece = await compileEmail({ copy, brand, company, offer, language: original.language });
  const { subject, html, text } = piece;
  const hash = creativeHash({
    ...piece,
    offerId: original.offerId,
    brandVersion: original.brandVersion,
  });
  const draft = draftOf(
    { channel: original.channel, subject, html, text, unsubscribeUrl: null },
    offer,
    company.postalAddress,
  );
  const facts = (await loadFacts(sql, [item.customerId], now)).get(item.customerId) ?? {};
  const { body: policy } = await settingInForce(sql, "policy");
  const { findings } = checkAll(draft, facts, policy, now.getTime());
  return { original, offer, company, piece, creativeHash: hash, problems, warnings, findings };
}

/** What the original was written under: the brand and the offers of its run, the company as it is now. */
async function circumstances(sql: Sql, runId: number, original: HeldCreative) {
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
  const { goal, brief: wish } = campaign;
  const brief = {
    campaignId,
    goal,
    brief: wish,
    segment,
    action,
    offer,
    channel,
    variant,
    language,
    brand,
    company,
  };
  return { brief, brand, company, offer };
}
