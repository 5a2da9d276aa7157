import { z } from "zod";
import type { Context } from "@/server/context";
import { rowId } from "@/server/domain/row-id";
import { tracedCandidates } from "@/server/domain/traced-candidates";
import { Refusal } from "@/server/errors";
import type { StoredDecision } from "@/server/services/decision/stored-decision";
import { isInAudience } from "@/server/store/audience.sql";
import { type CustomerRecord, readCustomer } from "@/server/store/customers-read.sql";
import type { Sql } from "@/server/store/database";
import { type LiveCampaign, liveCampaigns } from "@/server/store/live-campaigns.sql";
import { view } from "../verb";
import { decideDry } from "./decide-dry";
import { type Documents, documentsInForce } from "./documents";
import { dryPlan } from "./dry-plan";
import { roomFor } from "./room-for";

/** More live campaigns than these are named as left out. */
const MOST_CAMPAIGNS = 20;

/**
 * What each live campaign would do for a customer if it ran now, what could leave first: decided by the line itself,
 * dry. `inAudience` false: the campaign would not look at them, and nothing was decided. `best` is the number of the
 * campaign whose message would leave or be held with the highest expected earnings; null: none would act.
 */
export const nextAction = view(
  { needs: "customer.read", input: z.object({ id: rowId }) },
  async ({ ctx, now, input }) => {
    const customer = await customerOf(ctx, input.id);
    const { sql } = ctx.platform.database;
    const [live, documents] = await Promise.all([
      liveCampaigns(sql, MOST_CAMPAIGNS + 1),
      documentsInForce(sql),
    ]);
    const campaigns: Considered[] = [];
    for (const campaign of live.slice(0, MOST_CAMPAIGNS))
      campaigns.push(await considered(sql, now, { campaign, customer, documents }));
    campaigns.sort((a, b) => rankOf(b) - rankOf(a) || a.campaignId - b.campaignId);
    const first = campaigns[0];
    return {
      asOf: now,
      best: first !== undefined && wouldAct(first) ? first.campaignId : null,
      campaigns,
      leftOut: live.length > MOST_CAMPAIGNS,
      room: await roomFor(sql, customer.id, { live, documents }, now),
    };
  },
);

/** The customer, or the one that they turned out to be. */
export async function customerOf(ctx: Context, id: number): Promise<CustomerRecord> {
  const customer = await readCustomer(ctx.platform.database.sql, id);
  if (customer === null) throw new Refusal("NOT_FOUND", `id: there is no customer ${id}`);
  return customer;
}

type Asked = { campaign: LiveCampaign; customer: CustomerRecord; documents: Documents };

/** The line's decision of now, for one campaign and customer. */
export async function dryDecision(
  sql: Sql,
  now: Date,
  { campaign, customer: { id, language }, documents }: Asked,
): Promise<{ stored: StoredDecision; measuredAt: Date }> {
  const languages = language === null ? [] : [language];
  const { prepared, measuredAt } = await dryPlan(sql, campaign, documents, now, languages);
  return { stored: await decideDry(sql, prepared, id), measuredAt };
}

type Considered = Awaited<ReturnType<typeof considered>>;

async function considered(sql: Sql, now: Date, asked: Asked) {
  const { campaign, customer, documents } = asked;
  const head = {
    campaignId: campaign.id,
    name: campaign.body.name,
    goal: campaign.body.goal,
    currency: documents.company.body.currency,
  };
  if (!(await isInAudience(sql, campaign.body.audience, now, customer.id)))
    return { ...head, inAudience: false as const };
  const { stored, measuredAt } = await dryDecision(sql, now, asked);
  const { decision, trace, context, words } = stored;
  const { verdict, node, segment, action, offerId, channel, variant, propensity, sendAtMs } = decision;
  const written = words.find(({ creative }) => creative.id === decision.creativeId);
  return {
    ...head,
    inAudience: true as const,
    measuredAt,
    verdict,
    node,
    segment,
    action,
    offerId,
    channel,
    variant,
    propensity,
    sendAt: sendAtMs === null ? null : new Date(sendAtMs),
    subject: written?.draft.subject ?? null,
    reasons: [...(trace.reasons ?? [])],
    insights: trace.insights ?? [],
    candidates: tracedCandidates(trace, context.plan.arms, decision),
  };
}

const wouldAct = (one: Considered): boolean =>
  one.inAudience && (one.verdict === "sent-on" || one.verdict === "held");

/** What acts comes first, by what it is expected to earn; then what was weighed and stopped; then who is not meant. */
function rankOf(one: Considered): number {
  if (!one.inAudience) return Number.NEGATIVE_INFINITY;
  const score = one.candidates.find(({ isDrawn }) => isDrawn)?.scoreMinor ?? 0;
  return wouldAct(one) ? 1e12 + score : score;
}
