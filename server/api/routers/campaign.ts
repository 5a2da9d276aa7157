import { createCampaign } from "@/server/services/campaign/create";
import { getCampaign } from "@/server/services/campaign/get";
import { listCampaignsPage } from "@/server/services/campaign/list";
import { moveCampaign } from "@/server/services/campaign/move";
import { previewAudience } from "@/server/services/campaign/preview-audience";
import { saveCampaign } from "@/server/services/campaign/save";
import { mutation, query, router } from "../trpc";

export const campaignRouter = router({
  list: query(listCampaignsPage),
  get: query(getCampaign),
  previewAudience: query(previewAudience),
  create: mutation(createCampaign),
  save: mutation(saveCampaign),
  move: mutation(moveCampaign),
});
