import { randomUUID } from "node:crypto";
import { z } from "zod";
import { nameOf } from "@/server/context";
import { Refusal } from "@/server/errors";
import { appendEntries } from "@/server/store/audit";
import type { Sql } from "@/server/store/database";
import { approveTogether, type Group, lockGroup, runsOfGroup } from "@/server/store/review-groups";
import { approveCreatives, type ReviewItem, toOutbox } from "@/server/store/reviews";
import { verb } from "../verb";
import { refuseOwnWords, reviewPolicy, runsGoOn } from "./decidable";
import { group, isOneThing, ONE_THING } from "./inputs";

const input = z
  .object({
    ...group,
    /** as `review.group` showed it */
    expectedCount: z.number().int().min(1).max(100_000),
  })
  .refine(isOneThing, ONE_THING);

/**
 * Lets go every held message of one content, or of the shown contents what is held for one reason alone. Refuses when
 * there are not exactly as many as were shown. What is approved together can be taken back together.
 */
export const bulkApprove = verb(
  { action: "review.bulk-approve", needs: "review.decide", input },
  async ({ tx, actor, now, input: { creativeHashes, onlyReason, expectedCount } }) => {
    const items = await lockedGroup(tx.sql, { creativeHashes, onlyReason });
    if (items.length !== expectedCount) {
      throw new Refusal(
        "CONFLICT",
        `expectedCount: ${items.length} messages wait with this content, not ${expectedCount}; look again`,
      );
    }
    const policy = await reviewPolicy(tx.sql, now);
    const { graceUntil } = policy;
    for (const item of items) refuseOwnWords(item, actor, policy);
    const by = nameOf(actor);
    const ids = items.map(({ id }) => id);
    const batchId = randomUUID();
    await approveTogether(tx.sql, items, { by, at: now, graceUntil }, batchId);
    if ((await toOutbox(tx.sql, ids)) !== ids.length) {
      throw new Refusal("CONFLICT", "creativeHashes: a message for one of these decisions exists already");
    }
    await approveCreatives(tx.sql, [...new Set(items.map(({ creativeId }) => creativeId))], { by, at: now });
    await appendEntries(
      tx.sql,
      now,
      items.map((item) => leafOf(item, by)),
    );
    return {
      out: { approved: ids.length, graceUntil, batchId },
      entity: { type: "review-batch", id: batchId },
      before: { held: ids.length },
      after: { approved: ids.length, creativeHashes, onlyReason },
      events: [{ name: "outbox/ready", data: {} }],
    };
  },
);

/** The group, its campaigns and runs locked before its items, as everywhere. */
async function lockedGroup(sql: Sql, of: Group): Promise<ReviewItem[]> {
  const runs = await runsOfGroup(sql, of);
  await runsGoOn(sql, runs);
  const items = await lockGroup(sql, of);
  const { onlyReason } = of;
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
