import { z } from "zod";
import { campaignBody } from "@/server/domain/campaign";
import { countAudience, sampleAudience } from "@/server/store/audience.sql";
import { loadFacts } from "@/server/store/facts.sql";
import { view } from "../verb";

const SAMPLE = 8;

/** How many people an audience holds now, and a few of them with the facts that the rules speak of. */
export const previewAudience = view(
  { needs: "campaign.read", input: z.object({ audience: campaignBody.shape.audience }) },
  async ({ ctx, now, input: { audience } }) => {
    const { sql } = ctx.platform.database;
    const [count, ids] = await Promise.all([
      countAudience(sql, audience, now),
      sampleAudience(sql, audience, now, SAMPLE),
    ]);
    const facts = await loadFacts(sql, ids, now);
    const sample = [...facts].map(([customerId, { country, orders, spendMinor, lastOrderMs, vip }]) => ({
      customerId,
      country,
      orders,
      spendMinor,
      lastOrderMs,
      vip,
    }));
    return { count, sample };
  },
);
