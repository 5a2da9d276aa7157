import { audienceChoices } from "@/server/services/campaign/audience-choices";
import { campaignAutonomy } from "@/server/services/campaign/autonomy";
import { checkPiece } from "@/server/services/campaign/check-piece";
import { campaignContent } from "@/server/services/campaign/content";
import { createCampaign } from "@/server/services/campaign/create";
import { discardDraft } from "@/server/services/campaign/discard-draft";
import { duplicateCampaign } from "@/server/services/campaign/duplicate";
import { getCampaign } from "@/server/services/campaign/get";
import { listCampaignsPage } from "@/server/services/campaign/list";
import { moveCampaign } from "@/server/services/campaign/move";
import { previewAudience } from "@/server/services/campaign/preview-audience";
import { previewPiece } from "@/server/services/campaign/preview-piece";
import { publishCampaign } from "@/server/services/campaign/publish";
import { audienceReach } from "@/server/services/campaign/reach";
import { requestContent } from "@/server/services/campaign/request-content";
import { saveCampaign } from "@/server/services/campaign/save";
import { sendTestPiece } from "@/server/services/campaign/send-test";
import { campaignStateChanges } from "@/server/services/campaign/state-changes";
import { campaignVariants } from "@/server/services/campaign/variants";
import { getVersion } from "@/server/services/campaign/version";
import { writeContent } from "@/server/services/campaign/write-content";
import { writePiece } from "@/server/services/campaign/write-piece";
import { mutation, query, router } from "../trpc";

export const campaignRouter = router({
  list: query(listCampaignsPage),
  get: query(getCampaign),
  version: query(getVersion),
  stateChanges: query(campaignStateChanges),
  variants: query(campaignVariants),
  autonomy: query(campaignAutonomy),
  content: query(campaignContent),
  previewPiece: query(previewPiece),
  previewAudience: query(previewAudience),
  audienceChoices: query(audienceChoices),
  reach: query(audienceReach),
  create: mutation(createCampaign),
  save: mutation(saveCampaign),
  publish: mutation(publishCampaign),
  discard: mutation(discardDraft),
  duplicate: mutation(duplicateCampaign),
  move: mutation(moveCampaign),
  /** asked with every pause in typing: too long for an address */
  checkPiece: mutation(checkPiece),
  writePiece: mutation(writePiece),
  requestContent: mutation(requestContent),
  writeContent: mutation(writeContent),
  sendTest: mutation(sendTestPiece),
});
