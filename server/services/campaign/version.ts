import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { campaignVersion } from "@/server/store/campaigns";
import { view } from "../verb";

/** The body of one stored version of a campaign. */
export const getVersion = view(
  { needs: "campaign.read", input: z.object({ id: rowId, version: z.number().int().min(1) }) },
  async ({ ctx, input: { id, version } }) => {
    const body = await campaignVersion(ctx.platform.database.sql, id, version);
    if (body === null) throw new Refusal("NOT_FOUND", `version: campaign ${id} keeps no version ${version}`);
    return { version, body };
  },
);
