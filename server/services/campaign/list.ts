import { z } from "zod";
import { CAMPAIGN_STATES } from "@/server/domain/campaign-state";
import { listCampaigns } from "@/server/store/campaigns";
import { view } from "../verb";

const input = z.object({
  search: z.string().max(100).default(""),
  states: z.array(z.enum(CAMPAIGN_STATES)).default([]),
  sort: z.enum(["name", "updated", "touches", "revenue"]).default("updated"),
  descending: z.boolean().default(true),
  page: z.number().int().min(1).max(10_000).default(1),
  pageSize: z.number().int().min(1).max(100).default(25),
});

/** A page of campaigns with their last run, what waits for a person and what they earned (minor units, attributed). */
export const listCampaignsPage = view(
  { needs: "campaign.read", input },
  ({ ctx, input: { page, pageSize, ...rest } }) =>
    listCampaigns(ctx.platform.database.sql, { ...rest, limit: pageSize, offset: (page - 1) * pageSize }),
);
