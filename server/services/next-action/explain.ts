import { z } from "zod";
import { factsIn } from "@/server/domain/decision-trace";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import {
  explainedCandidates,
  explainedChecks,
  explainedNodes,
  explainedVersions,
} from "@/server/services/decision/explain";
import { liveCampaigns } from "@/server/store/live-campaigns.sql";
import { withNames } from "../customer/with-names";
import { view } from "../verb";
import { documentsInForce } from "./documents";
import { customerOf, dryDecision } from "./get";

const MOST_CAMPAIGNS = 500;

/** What a live campaign would decide for a customer now, explained as a stored decision is: nodes, candidates, guardrails, facts. */
export const explainNext = view(
  { needs: "customer.read", input: z.object({ id: rowId, campaignId: rowId }) },
  async ({ ctx, now, input: { id, campaignId } }) => {
    const { sql } = ctx.platform.database;
    const customer = await customerOf(ctx, id);
    const live = await liveCampaigns(sql, MOST_CAMPAIGNS);
    const campaign = live.find((one) => one.id === campaignId);
    if (campaign === undefined)
      throw new Refusal("NOT_FOUND", `campaignId: no live campaign has the number ${campaignId}`);
    const documents = await documentsInForce(sql);
    const { stored, measuredAt } = await dryDecision(sql, now, { campaign, customer, documents });
    const { decision, trace, context } = stored;
    const [named] = await withNames(ctx, [{ customerId: customer.id }]);
    return {
      customerId: customer.id,
      customer: named?.customer ?? null,
      asOf: now,
      measuredAt,
      decision,
      campaignName: context.plan.campaign.name,
      currency: context.plan.company.currency,
      nodes: explainedNodes(stored),
      candidates: explainedCandidates(stored),
      checks: explainedChecks(stored),
      facts: factsIn(trace, context.facts),
      versions: explainedVersions(context.plan),
    };
  },
);
