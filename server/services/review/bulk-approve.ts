import { z } from "zod";
import { nameOf } from "@/server/context";
import { Refusal } from "@/server/errors";
import { appendEntries } from "@/server/store/audit";
import type { Sql } from "@/server/store/database";
import { approveCreative, lockGroup, type ReviewItem, settleReviews, toOutbox } from "@/server/store/reviews";
import { runsOfGroup } from "@/server/store/reviews-list";
import { verb } from "../verb";
import { refuseOwnWords, reviewPolicy, runsGoOn } from "./decidable";
import { contentHash } from "./inputs";

const input = z.object({
  creativeHash: contentHash,
  /** as `review.group` showed it */
  expectedCount: z.number().int().min(1).max(100_000),
  /** only those that were held for this reason and no other; null: all of this content */
  onlyReason: z.string().max(60).nullable().default(null),
});

/** Lets go every held message of one content at once. Refuses when there are not exactly as many as were shown. */
export const bulkApprove = verb(
  { action: "review.bulk-approve", needs: "review.decide", input },
  async ({ tx, actor, now, input: { creativeHash, expectedCount, onlyReason } }) => {
    const items = await lockedGroup(tx.sql, creativeHash, onlyReason);
    if (items.length !== expectedCount) {
      throw new Refusal(
        "CONFLICT",
        `expectedCount: ${items.length} messages wait with this content, not ${expectedCount}; look again`,
      );
    }
    const policy = await reviewPolicy(tx.sql, now);
    for (const item of items) refuseOwnWords(item, actor, policy);
    const by = nameOf(actor);
    const ids = items.map(({ id }) => id);
    await settleReviews(tx.sql, ids, creativeHash, {
      state: "approved",
      by,
      at: now,
      graceUntil: policy.graceUntil,
      reasonCode: null,
      note: null,
      milliseconds: null,
    });
    if ((await toOutbox(tx.sql, ids)) !== ids.length) {
      throw new Refusal("CONFLICT", "creativeHash: a message for one of these decisions exists already");
    }
    for (const id of new Set(items.map(({ creativeId }) => creativeId))) {
      await approveCreative(tx.sql, id, { by, at: now });
    }
    await appendEntries(
      tx.sql,
      now,
      items.map((item) => leafOf(item, by)),
    );
    return {
      out: { approved: ids.length, graceUntil: policy.graceUntil },
      entity: { type: "creative", id: creativeHash },
      before: { held: ids.length },
      after: { approved: ids.length, onlyReason },
      events: [{ name: "outbox/ready", data: {} }],
    };
  },
);

/** The group, its campaigns and runs locked before its items, as everywhere. */
async function lockedGroup(sql: Sql, creativeHash: string, onlyReason: string | null): Promise<ReviewItem[]> {
  const runs = await runsOfGroup(sql, creativeHash);
  await runsGoOn(sql, runs);
  const items = await lockGroup(sql, creativeHash);
  return items.filter(
    ({ runId, reasons }) =>
      runs.includes(runId) && (onlyReason === null || (reasons.length === 1 && reasons[0] === onlyReason)),
  );
}

/** Each approval is a leaf of its own, as if it had been given alone. */
const leafOf = ({ id, creativeHash, edited }: ReviewItem, actor: string) => ({
  actor,
  action: "review.approve",
  entity: { type: "review", id: String(id) },
  data: {
    before: { state: "held", creativeHash },
    after: { state: "approved", creativeHash, ms: null, edited },
  },
});
