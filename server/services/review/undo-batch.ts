import { z } from "zod";
import { nameOf } from "@/server/context";
import { Refusal } from "@/server/errors";
import { appendEntries } from "@/server/store/audit";
import type { Sql } from "@/server/store/database";
import { lockBatch, runsOfBatch } from "@/server/store/review-groups";
import { type ReviewItem, reopenReviews, takeBack, unapproveCreatives } from "@/server/store/reviews";
import { verb } from "../verb";
import { runsGoOn } from "./decidable";

const input = z.object({ batchId: z.uuid() });

/**
 * Takes back together what was approved together, while the grace period lasts. A message that is on its way already
 * stays approved, and the answer says how many do.
 */
export const undoBatch = verb(
  { action: "review.undo-batch", needs: "review.decide", input },
  async ({ tx, actor, now, input: { batchId } }) => {
    const runs = await runsOfBatch(tx.sql, batchId);
    await runsGoOn(tx.sql, runs);
    const items = (await lockBatch(tx.sql, batchId)).filter(({ runId }) => runs.includes(runId));
    if (items.length === 0) throw new Refusal("CONFLICT", "batchId: nothing of this is approved any more");
    const inTime = items.filter(({ graceUntil }) => graceUntil !== null && graceUntil > now);
    if (inTime.length === 0) throw new Refusal("CONFLICT", "batchId: the time to undo is over");
    const taken = await takeBack(
      tx.sql,
      inTime.map(({ id }) => id),
    );
    const undone = new Set(await reopenReviews(tx.sql, taken, now));
    const reopened = items.filter(({ id }) => undone.has(id));
    await unapprove(tx.sql, reopened);
    await appendEntries(
      tx.sql,
      now,
      reopened.map((item) => leafOf(item, nameOf(actor))),
    );
    const out = { undone: undone.size, onTheirWay: items.length - undone.size };
    return {
      out,
      entity: { type: "review-batch", id: batchId },
      before: { approved: items.length },
      after: out,
    };
  },
);

/** All of a batch were approved by one person at one instant. */
async function unapprove(sql: Sql, items: readonly ReviewItem[]): Promise<void> {
  const [first] = items;
  if (first === undefined || first.decidedBy === null || first.decidedAt === null) return;
  const creatives = [...new Set(items.map(({ creativeId }) => creativeId))];
  await unapproveCreatives(sql, creatives, { by: first.decidedBy, at: first.decidedAt });
}

const leafOf = ({ id, decidedBy, decidedAt }: ReviewItem, actor: string) => ({
  actor,
  action: "review.undo",
  entity: { type: "review", id: String(id) },
  data: { before: { state: "approved", decidedBy, decidedAt }, after: { state: "held" } },
});
