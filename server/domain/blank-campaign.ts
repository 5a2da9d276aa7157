import { type CampaignBody, campaignBody } from "./campaign";

/** What a new campaign begins as. Not valid yet: it has no name. */
export const BLANK_CAMPAIGN: CampaignBody = {
  ...campaignBody.parse({
    name: "New campaign",
    goal: "win-back",
    audience: { rules: [{ field: "silenceDays", op: ">=", value: 90 }] },
  }),
  name: "",
};
