import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { verb } from "../verb";
import { neededNoLonger } from "./compose-piece";
import { contentPlan } from "./content-plan";
import { pieceKey } from "./piece-key";
import { refuseOver } from "./working-copy";

const input = z.object({
  id: rowId,
  /** a piece that stands, to be written once more; null: whatever is missing */
  key: pieceKey.nullable().default(null),
});

/** Has the campaign's missing pieces written, or one of them once more. The writing goes on by itself. */
export const requestContent = verb(
  { action: "campaign.request-content", needs: "campaign.write", input },
  async ({ tx, now, input: { id, key } }) => {
    const { copy, briefs } = await contentPlan(tx.sql, id, now);
    refuseOver(copy.campaign);
    if (key !== null && !briefs.has(key)) throw neededNoLonger();
    const asked = { key, pieces: key === null ? briefs.size : 1 };
    return {
      out: asked,
      entity: { type: "campaign", id: String(id) },
      before: null,
      after: asked,
      events: [{ name: "campaign/content-requested", data: { campaignId: id, key } }],
    };
  },
);
