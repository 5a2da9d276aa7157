import { z } from "zod";
import { rowId } from "@/server/domain/row-id";
import { appendEntries } from "@/server/store/audit";
import { writePieces } from "../run/write-pieces";
import { job } from "../verb";
import { contentPlan } from "./content-plan";

const input = z.object({ campaignId: rowId, key: z.string().nullable() });

/**
 * Writes what the campaign as it stands has no words for, or one piece once more. A run finds them and takes them as they
 * are, as long as brief, brand, sender and offer stay. Answers how many were stored.
 */
export const writeContent = job({ input }, async ({ ctx, now, input: { campaignId, key } }) => {
  const { database } = ctx.platform;
  const { copy, briefs, brandVersion } = await contentPlan(database.sql, campaignId, now);
  const wanted = new Map([...briefs].filter(([one]) => key === null || one === key));
  const what = { campaignId, campaignVersion: copy.campaign.version, brandVersion };
  const written = await writePieces(ctx.platform, what, wanted, now, key !== null);
  await database.bulk(async ({ sql }) => {
    const entity = { type: "campaign", id: String(campaignId) };
    const data = { key, asked: wanted.size, written };
    await appendEntries(sql, now, [
      { actor: "system:write-content", action: "campaign.content", entity, data },
    ]);
  });
  return { written };
});
