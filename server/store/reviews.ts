import type { CampaignState } from "@/server/domain/campaign";
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
  editedBy: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  graceUntil: Date | null;
};

const COLUMNS = `id, run_id AS "runId", customer_id AS "customerId", campaign_id AS "campaignId", creative_id AS "creativeId",
  encode(creative_hash, 'hex') AS "creativeHash", reasons, state, assignee, send_at AS "sendAt", edited,
  edited_by AS "editedBy", decided_by AS "decidedBy", decided_at AS "decidedAt", grace_until AS "graceUntil"`;

/** One item; null for an unknown id. `lock` keeps it from others for the rest of the transaction. */
export async function reviewItem(sql: Sql, id: number, lock = false): Promise<ReviewItem | null> {
  const [row] = await sql.rows<ReviewItem>(
    `SELECT ${COLUMNS} FROM review_items WHERE id = $1 ${lock ? "FOR UPDATE" : ""}`,
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

const SETTLE = `UPDATE review_items SET state = $2, decided_by = $3, decided_at = $4, grace_until = $5, reason_code = $6,
  note = $7, milliseconds = $8 WHERE state = 'held' AND`;

/** Settles a held item with exactly this content. False: it is held no more, or holds other words; the loser of a race gets this. */
export async function settleReview(
  sql: Sql,
  id: number,
  creativeHash: string,
  to: Settlement,
): Promise<boolean> {
  const rows = await sql.rows(`${SETTLE} id = $1 AND creative_hash = $9 RETURNING id`, [
    id,
    ...settled(to),
    Buffer.from(creativeHash, "hex"),
  ]);
  return rows.length === 1;
}

/** Settles these items where they are still held with this content. Answers the ids that were. */
export async function settleReviews(
  sql: Sql,
  ids: readonly number[],
  creativeHash: string,
  to: Settlement,
): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `${SETTLE} id = ANY($1::int[]) AND creative_hash = $9 RETURNING id`,
    [ids, ...settled(to), Buffer.from(creativeHash, "hex")],
  );
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

const settled = (to: Settlement): unknown[] => [
  to.state,
  to.by,
  to.at,
  to.graceUntil,
  to.reasonCode,
  to.note,
  to.milliseconds,
];

/** The held items of one content that may be approved together, locked in id order, with the campaigns they belong to. */
export async function lockGroup(sql: Sql, creativeHash: string): Promise<ReviewItem[]> {
  return sql.rows<ReviewItem>(
    `SELECT ${COLUMNS} FROM review_items WHERE state = 'held' AND creative_hash = $1 ORDER BY id FOR UPDATE`,
    [Buffer.from(creativeHash, "hex")],
  );
}

/** Puts approved items into the outbox, none to leave before the grace period is over. Answers how many were new there. */
export async function toOutbox(sql: Sql, ids: readonly number[]): Promise<number> {
  const rows = await sql.rows(
    `INSERT INTO outbox (run_id, customer_id, campaign_id, channel, creative_id, offer_id, not_before, state)
     SELECT i.run_id, i.customer_id, i.campaign_id, c.channel, i.creative_id, c.offer_id,
       greatest(i.send_at, i.grace_until), 'ready'
     FROM review_items i JOIN creatives c ON c.id = i.creative_id
     WHERE i.id = ANY($1::int[]) AND i.state = 'approved'
     ON CONFLICT (run_id, customer_id, channel) DO NOTHING RETURNING 1 AS n`,
    [ids],
  );
  return rows.length;
}

/** Marks the words as approved where nobody did before. */
export async function approveCreative(
  sql: Sql,
  id: number,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await sql.rows(
    "UPDATE creatives SET approved_at = $2, approved_by = $3 WHERE id = $1 AND approved_at IS NULL",
    [id, at, by],
  );
}

/** Takes back an approval of words that no other decision stands on. */
export async function unapproveCreative(
  sql: Sql,
  id: number,
  { by, at }: { by: string; at: Date },
): Promise<void> {
  await sql.rows(
    `UPDATE creatives SET approved_at = NULL, approved_by = NULL WHERE id = $1 AND approved_by = $2 AND approved_at = $3
       AND NOT EXISTS (SELECT 1 FROM review_items WHERE creative_id = $1 AND state = 'approved')`,
    [id, by, at],
  );
}

/** Puts a settled item back into the queue while its grace period lasts. False: too late, or not settled by a person. */
export async function reopenReview(sql: Sql, id: number, now: Date): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE review_items SET state = 'held', decided_by = NULL, decided_at = NULL, grace_until = NULL, reason_code = NULL,
       note = NULL, milliseconds = NULL
     WHERE id = $1 AND state IN ('approved', 'rejected') AND grace_until > $2 RETURNING id`,
    [id, now],
  );
  return rows.length === 1;
}

/** Takes a message that nobody has claimed out of the outbox. False: a claim was faster. */
export async function takeBack(sql: Sql, runId: number, customerId: number): Promise<boolean> {
  const rows = await sql.rows(
    `DELETE FROM outbox WHERE run_id = $1 AND customer_id = $2 AND state = 'ready' AND attempt = 0 RETURNING 1 AS n`,
    [runId, customerId],
  );
  return rows.length > 0;
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
