import { z } from "zod";
import { nameOf } from "@/server/context";
import { campaignBody } from "@/server/domain/campaign";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { readCampaign, storeBody } from "@/server/store/campaigns";
import { verb } from "../verb";

const input = z.object({ id: rowId, expectedVersion: z.number().int(), body: campaignBody });

/** Saves a changed campaign. Runs that were made keep the version they were made under. */
export const saveCampaign = verb(
  { action: "campaign.save", needs: "campaign.write", input },
  async ({ tx, actor, now, input: { id, expectedVersion, body } }) => {
    const before = await readCampaign(tx.sql, id, true);
    if (before === null) throw new Refusal("NOT_FOUND", `id: there is no campaign ${id}`);
    if (before.version !== expectedVersion) {
      throw new Refusal(
        "CONFLICT",
        `expectedVersion: somebody saved version ${before.version} meanwhile; reload and repeat`,
      );
    }
    if (before.state === "stopped" || before.state === "archived") {
      throw new Refusal("CONFLICT", `this campaign is ${before.state}; duplicate it to go on`);
    }
    if (before.state !== "draft" && body.goal !== before.body.goal) {
      throw new Refusal(
        "BAD_REQUEST",
        "goal: it stays what it was at the launch, or the figures would mix; make another campaign",
      );
    }
    const version = await storeBody(tx, before, body, nameOf(actor), now);
    return {
      out: { id, version },
      entity: { type: "campaign", id: String(id) },
      before: { version: before.version, body: before.body },
      after: { version, body },
    };
  },
);
