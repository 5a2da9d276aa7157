import { z } from "zod";
import { groupOf } from "@/server/store/reviews-list";
import { view } from "../verb";
import { contentHash } from "./inputs";
import { withNames } from "./with-names";

const SAMPLE = 10;

/** What a bulk approval of one content would let go: how many, why they wait, and the riskiest ten. */
export const reviewGroup = view(
  { needs: "review.read", input: z.object({ creativeHash: contentHash }) },
  async ({ ctx: { platform }, input: { creativeHash } }) => {
    const group = await groupOf(platform.database.sql, creativeHash, SAMPLE);
    return { ...group, sample: await withNames(platform, group.sample) };
  },
);
