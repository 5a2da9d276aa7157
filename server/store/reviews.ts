import type { CampaignState } from "@/server/domain/campaign-state";
import type { ReviewState } from "@/server/domain/review";
import type { RunState } from "@/server/domain/run";
import type { Sql, Tx } from "./database";

/** A held or decided message, as a decision about it needs it. */
export type ReviewItem = {
  id: number;
  runId: number;
  customerId: number;
  campaignId: number;
  creativeId: number;
  /** hex */
  creativeHash: string;
  reasons: string[];
  state: ReviewState;
  assignee: number | null;
  sendAt: Date;
  edited: boolean;
  /** who wrote the words, where a person did: as an edit, or for the campaign */
  wordsBy: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  graceUntil: Date | null;
  batchId: string | null;
};

export const ITEM_COLUMNS = `id, run_id AS "runId", customer_id AS "customerId", campaign_id AS "campaignId", creative_id AS "creativeId",
  encode(creative_hash, 'hex') AS "creativeHash", reasons, state, assignee, send_at AS "sendAt", edited,
  coalesce(edited_by, (SELECT author FROM creatives c WHERE c.id = creative_id)) AS "wordsBy", decided_by AS "decidedBy", decided_at AS "decidedAt", grace_until AS "graceUntil",
  batch_id::text AS "batchId"`;

/** One item; null for an unknown id. `lock` keeps it from others for the rest of the transaction. */
export async function reviewItem(sql: Sql, id: number, lock = false): Promise<ReviewItem | null> {
  const [row] = await sql.rows<ReviewItem>(
    `SELECT ${ITEM_COLUMNS} FROM review_items WHERE id = $1 ${lock ? "FOR UPDATE" : ""}`,
    [id],
  );
  return row ?? null;
}

export type HeldRun = { runId: number; run: RunState; campaign: CampaignState };

/** The states of these runs and of their campaigns, which nobody can change before this transaction ends; campaigns are locked first. */
export const holdRuns = (sql: Sql, runIds: readonly number[]): Promise<HeldRun[]> =>
  sql.rows<HeldRun>(
    `SELECT r.id AS "runId", r.state AS run, c.state AS campaign FROM campaigns c JOIN runs r ON r.campaign_id = c.id
     WHERE r.id = ANY($1::int[]) ORDER BY c.id, r.id FOR SHARE OF c, r`,
    [runIds],
  );

export type Settlement = {
  state: "approved" | "rejected";
  by: string;
  at: Date;
  graceUntil: Date;
  reasonCode: string | null;
  note: string | null;
  /** as the reviewer's browser measured it; null where nobody looked at this one alone */
  milliseconds: number | null;
};

/** Settles a held item with exactly this content. False: it is held no more, or holds other words; the loser of a race gets this. */
export async function settleReview(
  sql: Sql,
  id: number,
  creativeHash: string,
  to: Settlement,
): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE review_items SET state = $2, decided_by = $3, decided_at = $4, grace_until = $5, reason_code = $6, note = $7,
       milliseconds = $8
     WHERE state = 'held' AND id = $1 AND creative_hash = $9 RETURNING id`,
    [
      id,
      to.state,
      to.by,
      to.at,
      to.graceUntil,
      to.reasonCode,
      to.note,
      to.milliseconds,
      Buffer.from(creativeHash, "hex"),
    ],
  );
  return rows.length === 1;
}

/** Puts approved items into the outbox in the order of their ids, none to leave before the grace period is over. Answers how many were new there. */
export async function toOutbox(sql: Sql, ids: readonly number[]): Promise<number> {
  const rows = await sql.rows(
    `INSERT INTO outbox (run_id, customer_id, campaign_id, channel, creative_id, offer_id, not_before, state)
     SELECT i.run_id, i.customer_id, i.campaign_id, c.channel, i.creative_id, c.offer_id,
       greatest(i.send_at, i.grace_until), 'ready'
     FROM review_items i JOIN creatives c ON c.id = i.creative_id
     WHERE i.id = ANY($1::int[]) AND i.state = 'approved'
     ORDER BY i.id
     ON CONFLICT (run_id, customer_id, channel) DO NOTHING RETURNING 1 AS n`,
    [ids],
  );
  return rows.length;
}

/** Marks the words as approved where nobody did before. */
export async function approveCreatives(
  sql: Sql,
  ids: readonly number[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await sql.rows(
    "UPDATE creatives SET approved_at = $2, approved_by = $3 WHERE id = ANY($1::int[]) AND approved_at IS NULL",
    [ids, at, by],
  );
}

/** Takes back an approval of words that no other decision stands on. */
export async function unapproveCreatives(
  sql: Sql,
  ids: readonly number[],
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await sql.rows(
    `UPDATE creatives c SET approved_at = NULL, approved_by = NULL
     WHERE c.id = ANY($1::int[]) AND c.approved_by = $2 AND c.approved_at = $3
       AND NOT EXISTS (SELECT 1 FROM review_items i WHERE i.creative_id = c.id AND i.state = 'approved')`,
    [ids, by, at],
  );
}

/** Puts settled items back into the queue while their grace period lasts. Answers the ids of those that were not too late. */
export async function reopenReviews(sql: Sql, ids: readonly number[], now: Date): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `UPDATE review_items SET state = 'held', decided_by = NULL, decided_at = NULL, grace_until = NULL, reason_code = NULL,
       note = NULL, milliseconds = NULL, batch_id = NULL
     WHERE id = ANY($1::int[]) AND state IN ('approved', 'rejected') AND grace_until > $2 RETURNING id`,
    [ids, now],
  );
  return rows.map(({ id }) => id);
}

/** Takes these items' messages out of the outbox where nobody has claimed them. Answers the ids of the items whose message was. */
export async function takeBack(sql: Sql, ids: readonly number[]): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `DELETE FROM outbox o USING review_items i
     WHERE i.id = ANY($1::int[]) AND o.run_id = i.run_id AND o.customer_id = i.customer_id
       AND o.state = 'ready' AND o.attempt = 0 RETURNING i.id`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Binds a held item to other words. False: it is held no more, or its words changed meanwhile. */
export async function replaceWords(
  sql: Sql,
  item: { id: number; creativeHash: string },
  words: { creativeId: number; creativeHash: Buffer; reasons: readonly string[]; risk: number; by: string },
): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE review_items SET creative_id = $3, creative_hash = $4, reasons = $5, risk = $6, edited = true, edited_by = $7
     WHERE id = $1 AND state = 'held' AND creative_hash = $2 RETURNING id`,
    [
      item.id,
      Buffer.from(item.creativeHash, "hex"),
      words.creativeId,
      words.creativeHash,
      words.reasons,
      words.risk,
      words.by,
    ],
  );
  return rows.length === 1;
}

/** Gives held items to a person, or to nobody. Answers the ids that were held. */
export async function assignReviews(
  sql: Sql,
  ids: readonly number[],
  assignee: number | null,
): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    "UPDATE review_items SET assignee = $2 WHERE id = ANY($1::int[]) AND state = 'held' RETURNING id",
    [ids, assignee],
  );
  return rows.map(({ id }) => id);
}

/** Closes held items whose time is up, at most `limit` at once. Answers their ids and campaigns. */
export const expireReviews = (
  { sql }: Pick<Tx, "sql">,
  now: Date,
  limit: number,
): Promise<{ id: number; campaignId: number; reasons: string[] }[]> =>
  sql.rows(
    `UPDATE review_items SET state = 'expired', decided_at = $1 WHERE id IN (
       SELECT id FROM review_items WHERE state = 'held' AND due_at <= $1 ORDER BY due_at LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING id, campaign_id AS "campaignId", reasons`,
    [now, limit],
  );
