import { z } from "zod";
import { nameOf } from "@/server/context";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { dropDraft } from "@/server/store/campaign-drafts";
import { storeBody } from "@/server/store/campaigns";
import { verb } from "../verb";
import { launchChecks } from "./launch-checks";
import { refuseStale, workingCopy } from "./working-copy";

const input = z.object({
  id: rowId,
  expectedVersion: z.number().int(),
  expectedEdition: z.number().int(),
});

/**
 * Makes the unpublished changes the next version of a campaign that runs. Refused while the checklist has a line that
 * blocks. Runs that were requested before keep theirs.
 */
export const publishCampaign = verb(
  { action: "campaign.publish", needs: "campaign.launch", input },
  async ({ tx, actor, now, ctx, input: { id, expectedVersion, expectedEdition } }) => {
    const copy = await workingCopy(tx.sql, id, true);
    refuseStale(copy, expectedVersion, expectedEdition);
    const { campaign, draft } = copy;
    if (draft === null) throw new Refusal("CONFLICT", "expectedEdition: there is nothing to publish");
    if (campaign.state !== "live" && campaign.state !== "paused")
      throw new Refusal("CONFLICT", `this campaign is ${campaign.state}; duplicate it to go on`);
    const open = (await launchChecks(ctx.platform.database.sql, { id, body: draft.body, now })).filter(
      ({ ok }) => !ok,
    );
    if (open.length > 0) throw new Refusal("BAD_REQUEST", open.map(({ remedy }) => remedy).join(" "));
    const version = await storeBody(tx, campaign, draft.body, nameOf(actor), now);
    await dropDraft(tx, id);
    return {
      out: { id, version },
      entity: { type: "campaign", id: String(id) },
      before: { version: campaign.version, body: campaign.body },
      after: { version, edition: draft.edition, body: draft.body },
    };
  },
);
