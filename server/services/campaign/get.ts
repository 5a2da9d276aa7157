import { z } from "zod";
import { CAMPAIGN_MOVES } from "@/server/domain/campaign";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { campaignVersions, readCampaign } from "@/server/store/campaigns";
import { view } from "../verb";
import { launchChecks } from "./launch-checks";

/** One campaign with its body, versions, permitted moves and what still stands in the way of a launch. */
export const getCampaign = view(
  { needs: "campaign.read", input: z.object({ id: rowId }) },
  async ({ ctx, now, input: { id } }) => {
    const { database } = ctx.platform;
    const campaign = await readCampaign(database.sql, id);
    if (campaign === null) throw new Refusal("NOT_FOUND", `id: there is no campaign ${id}`);
    const [versions, checks] = await Promise.all([
      campaignVersions(database, id),
      launchChecks(database.sql, campaign.body, now),
    ]);
    return { ...campaign, versions, checks, moves: CAMPAIGN_MOVES[campaign.state] };
  },
);
