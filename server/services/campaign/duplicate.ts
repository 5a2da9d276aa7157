import { z } from "zod";
import { nameOf } from "@/server/context";
import { rowId } from "@/server/domain/row-id";
import { insertCampaign } from "@/server/store/campaigns";
import { verb } from "../verb";
import { workingCopy } from "./working-copy";

const LONGEST_NAME = 80;

/** Makes a draft with the same settings, unpublished changes included. Copy, runs and figures stay with the original. */
export const duplicateCampaign = verb(
  { action: "campaign.duplicate", needs: "campaign.write", input: z.object({ id: rowId }) },
  async ({ tx, actor, now, input: { id } }) => {
    const { body } = await workingCopy(tx.sql, id);
    const copy = { ...body, name: `Copy of ${body.name}`.slice(0, LONGEST_NAME).trim() };
    const copyId = await insertCampaign(tx, copy, nameOf(actor), now);
    return {
      out: { id: copyId },
      entity: { type: "campaign", id: String(copyId) },
      before: null,
      after: { from: id, body: copy },
    };
  },
);
