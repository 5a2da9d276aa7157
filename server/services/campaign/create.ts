import { nameOf } from "@/server/context";
import { campaignBody } from "@/server/domain/campaign";
import { insertCampaign } from "@/server/store/campaigns";
import { verb } from "../verb";

/** Makes a draft. */
export const createCampaign = verb(
  { action: "campaign.create", needs: "campaign.write", input: campaignBody },
  async ({ tx, actor, now, input }) => {
    const id = await insertCampaign(tx, input, nameOf(actor), now);
    return { out: { id, at: now }, entity: { type: "campaign", id: String(id) }, before: null, after: input };
  },
);
