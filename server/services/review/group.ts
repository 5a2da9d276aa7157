import { z } from "zod";
import type { Context } from "@/server/context";
import { contentsHeldFor, type GroupContent, lookAtGroup } from "@/server/store/review-groups";
import { reviewItem } from "@/server/store/reviews";
import { withNames } from "../customer/with-names";
import { previewMessage } from "../outbox/preview";
import { view } from "../verb";
import { contentHash, MOST_CONTENTS } from "./inputs";

const SAMPLE = 10;

const input = z.union([
  z.object({ creativeHash: contentHash }),
  z.object({ onlyReason: z.string().min(1).max(60) }),
]);

/**
 * What a bulk approval would let go: how many, the contents as one customer each will see them, why they are held and
 * the riskiest ten. Of one content, or of what is held for one reason alone; of that, the contents of most people.
 */
export const reviewGroup = view({ needs: "review.read", input }, async ({ ctx, input: asked }) => {
  const { sql } = ctx.platform.database;
  const onlyReason = "onlyReason" in asked ? asked.onlyReason : null;
  const { creativeHashes, total } =
    "onlyReason" in asked
      ? await contentsHeldFor(sql, asked.onlyReason, MOST_CONTENTS)
      : { creativeHashes: [asked.creativeHash], total: 1 };
  const group = await lookAtGroup(sql, { creativeHashes, onlyReason }, SAMPLE);
  return {
    ...group,
    onlyReason,
    contents: await Promise.all(group.contents.map((content) => withPreview(ctx, content))),
    /** contents that wait for the same reason and are not shown here */
    moreContents: total - creativeHashes.length,
    sample: await withNames(ctx, group.sample),
  };
});

/** The content as the riskiest of its customers will see it; null where that one was just decided and is gone. */
async function withPreview(ctx: Context, content: GroupContent) {
  const item = await reviewItem(ctx.platform.database.sql, content.sampleId);
  const preview = item === null ? null : await previewMessage(ctx, item);
  return { ...content, preview };
}
