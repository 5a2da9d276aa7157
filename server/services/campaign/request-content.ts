import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { verb } from "../verb";
import { contentPlan } from "./content-plan";

const input = z.object({
  id: rowId,
  /** a piece that stands, to be written once more; null: whatever is missing */
  key: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
});

/** Has the campaign's missing pieces written, or one of them once more. The writing goes on by itself. */
export const requestContent = verb(
  { action: "campaign.request-content", needs: "campaign.write", input },
  async ({ tx, now, input: { id, key } }) => {
    const { copy, briefs } = await contentPlan(tx.sql, id, now);
    const { state } = copy.campaign;
    if (state === "stopped" || state === "archived")
      throw new Refusal("CONFLICT", `this campaign is ${state}; duplicate it to go on`);
    if (key !== null && !briefs.has(key))
      throw new Refusal("CONFLICT", "key: the campaign needs this piece no longer; load it again");
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
