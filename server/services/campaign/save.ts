import { z } from "zod";
import { nameOf } from "@/server/context";
import { campaignBody } from "@/server/domain/campaign";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { storeDraft } from "@/server/store/campaign-drafts";
import { storeBody } from "@/server/store/campaigns";
import { verb } from "../verb";
import { refuseOver, refuseStale, workingCopy } from "./working-copy";

const input = z.object({
  id: rowId,
  expectedVersion: z.number().int(),
  /** of the unpublished changes that this one was made on; null: there were none */
  expectedEdition: z.number().int().nullable().default(null),
  body: campaignBody,
});

/**
 * Saves a changed campaign. What was never launched is changed itself; of one that runs the changes are kept apart until
 * they are published, and runs go on under the version that is in force.
 */
export const saveCampaign = verb(
  { action: "campaign.save", needs: "campaign.write", input },
  async ({ tx, actor, now, input: { id, expectedVersion, expectedEdition, body } }) => {
    const before = await workingCopy(tx.sql, id, true);
    const { campaign, draft } = before;
    refuseStale(before, expectedVersion, expectedEdition);
    refuseOver(campaign);
    if (campaign.state !== "draft" && body.goal !== campaign.body.goal) {
      throw new Refusal(
        "BAD_REQUEST",
        "goal: it stays what it was at the launch, or the figures would mix; make another campaign",
      );
    }
    const author = nameOf(actor);
    const stored =
      campaign.state === "draft"
        ? { version: await storeBody(tx, campaign, body, author, now), edition: null }
        : {
            version: campaign.version,
            edition: await storeDraft(tx, { campaignId: id, body, author, at: now }),
          };
    return {
      out: { id, ...stored, at: now },
      entity: { type: "campaign", id: String(id) },
      before: { version: campaign.version, edition: draft?.edition ?? null, body: before.body },
      after: { ...stored, body },
    };
  },
);
