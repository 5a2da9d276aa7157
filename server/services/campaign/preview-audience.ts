import { z } from "zod";
import { audience } from "@/server/domain/audience";
import { countAudience, countCustomers } from "@/server/store/audience.sql";
import { view } from "../verb";

/** How many people an audience holds now, of how many customers. */
export const previewAudience = view(
  { needs: "campaign.read", input: z.object({ audience }) },
  async ({ ctx, now, input }) => {
    const { sql } = ctx.platform.database;
    const [count, customers] = await Promise.all([
      countAudience(sql, input.audience, now),
      countCustomers(sql, now),
    ]);
    return { count, customers };
  },
);
