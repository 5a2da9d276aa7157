import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { dropDraft } from "@/server/store/campaign-drafts";
import { verb } from "../verb";
import { workingCopy } from "./working-copy";

/** Throws the unpublished changes of a campaign away; the version in force stays. The audit keeps what they were. */
export const discardDraft = verb(
  { action: "campaign.discard", needs: "campaign.write", input: z.object({ id: rowId }) },
  async ({ tx, input: { id } }) => {
    const { campaign, draft } = await workingCopy(tx.sql, id, true);
    if (draft === null) throw new Refusal("CONFLICT", "id: this campaign has no unpublished changes");
    await dropDraft(tx, id);
    return {
      out: { id, version: campaign.version },
      entity: { type: "campaign", id: String(id) },
      before: { edition: draft.edition, body: draft.body },
      after: { version: campaign.version },
    };
  },
);
