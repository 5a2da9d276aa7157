import { type CampaignBody, campaignBody } from "@/server/domain/campaign";
import type { Channel } from "@/server/domain/goal";
import type { ReviewState } from "@/server/domain/review";
import type { Sql } from "./database";

/** A message that waits, with all that its claim is judged by and its touch will carry. */
export type DueMessage = {
  id: number;
  runId: number;
  runState: string;
  configurationVersion: number;
  customerId: number;
  isGone: boolean;
  campaignId: number;
  channel: Channel;
  creativeId: number;
  offerId: string | null;
  attempt: number;
  /** given by the first claim; null before */
  messageId: string | null;
  segment: string;
  variant: string;
  /** what the line, and where a person looked the review, already knew */
  knownReasons: string[];
  review: { state: ReviewState; creativeId: number; isSameContent: boolean; graceUntil: Date | null } | null;
};

/** Candidates read per message wanted: others may hold some of their customers. */
const SPARE = 8;

/**
 * Locks the customers of the earliest due messages of live campaigns and answers their ids. Customers whom another
 * transaction holds are passed over, so nobody waits and no two workers take the same; nothing is claimed yet.
 */
export async function lockDueCustomers(sql: Sql, now: Date, limit: number): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `SELECT c.id FROM (
       SELECT o.customer_id, o.not_before, o.id
       FROM campaigns ca CROSS JOIN LATERAL (
         SELECT customer_id, not_before, id FROM outbox
         WHERE campaign_id = ca.id AND state = 'ready' AND not_before <= $1
         ORDER BY not_before, id LIMIT $2
       ) o
       WHERE ca.state = 'live' ORDER BY o.not_before, o.id LIMIT $2
     ) due JOIN customers c ON c.id = due.customer_id
     ORDER BY due.not_before, due.id LIMIT $3
     FOR NO KEY UPDATE OF c SKIP LOCKED`,
    [now, limit * SPARE, limit],
  );
  return [...new Set(rows.map(({ id }) => id))].sort((a, b) => a - b);
}

type DueRow = Omit<DueMessage, "review"> & {
  reviewState: ReviewState | null;
  reviewCreativeId: number;
  isSameContent: boolean;
  graceUntil: Date | null;
};

/** The earliest due message of each of these customers as it stands now, locked. At most one a customer: the next claim sees this one. */
export async function readDue(sql: Sql, customerIds: readonly number[], now: Date): Promise<DueMessage[]> {
  const rows = await sql.rows<DueRow>(
    `SELECT o.id, o.run_id AS "runId", r.state AS "runState", r.configuration_version AS "configurationVersion",
       o.customer_id AS "customerId", (c.merged_into IS NOT NULL OR c.erased_at IS NOT NULL) AS "isGone",
       o.campaign_id AS "campaignId", o.channel, o.creative_id AS "creativeId", o.offer_id AS "offerId", o.attempt, o.message_id AS "messageId",
       cr.segment, cr.variant, coalesce(d.reasons, '{}') || coalesce(i.reasons, '{}') AS "knownReasons",
       i.state AS "reviewState", i.creative_id AS "reviewCreativeId", i.grace_until AS "graceUntil",
       coalesce(i.creative_hash = cr.creative_hash, false) AS "isSameContent"
     FROM outbox o JOIN customers c ON c.id = o.customer_id JOIN runs r ON r.id = o.run_id
     JOIN campaigns ca ON ca.id = o.campaign_id JOIN creatives cr ON cr.id = o.creative_id
     LEFT JOIN decisions d ON d.run_id = o.run_id AND d.customer_id = o.customer_id
     LEFT JOIN review_items i ON i.run_id = o.run_id AND i.customer_id = o.customer_id
     WHERE o.customer_id = ANY($1::int[]) AND o.state = 'ready' AND o.not_before <= $2 AND ca.state = 'live'
     ORDER BY o.not_before, o.id FOR UPDATE OF o`,
    [customerIds, now],
  );
  const first = new Map<number, DueMessage>();
  for (const { reviewState, reviewCreativeId, isSameContent, graceUntil, ...row } of rows) {
    if (first.has(row.customerId)) continue;
    const review =
      reviewState === null
        ? null
        : { state: reviewState, creativeId: reviewCreativeId, isSameContent, graceUntil };
    first.set(row.customerId, { ...row, review });
  }
  return [...first.values()];
}

/** The campaigns for which messages of these customers wait. */
export async function waitingCampaigns(sql: Sql, customerIds: readonly number[]): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    "SELECT DISTINCT campaign_id AS id FROM outbox WHERE customer_id = ANY($1::int[]) AND state = 'ready'",
    [customerIds],
  );
  return rows.map(({ id }) => id);
}

export type ClaimCampaign = { id: number; state: string; body: CampaignBody };

/** The campaigns of a claim, in id order, held so that a stop waits for this transaction and this one for a stop. */
export async function holdCampaigns(sql: Sql, ids: readonly number[]): Promise<Map<number, ClaimCampaign>> {
  const rows = await sql.rows<{ id: number; state: string; body: unknown }>(
    `SELECT c.id, c.state, v.body FROM campaigns c
     JOIN campaign_versions v ON v.campaign_id = c.id AND v.version = c.version
     WHERE c.id = ANY($1::int[]) ORDER BY c.id FOR SHARE OF c`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, { ...row, body: campaignBody.parse(row.body) }]));
}

export type Claimed = { id: number; reservedMinor: number; messageId: string };

/**
 * Marks messages as claimed by `token`: committed before a byte leaves. Throws, so that nothing is committed, where one of
 * them is not waiting any more: its row was locked, so that would be a bug.
 */
export async function markClaimed(
  sql: Sql,
  claimed: readonly Claimed[],
  { token, now, leaseUntil }: { token: string; now: Date; leaseUntil: Date },
): Promise<void> {
  const rows = await sql.rows(
    `UPDATE outbox o SET state = 'claimed', attempt = o.attempt + 1, claimed_by = $3, claimed_at = $4, lease_until = $5,
       reserved_minor = m.reserved, message_id = m.message_id
     FROM unnest($1::bigint[], $2::float8[], $6::text[]) AS m(id, reserved, message_id) WHERE o.id = m.id AND o.state = 'ready' RETURNING 1 AS n`,
    [
      claimed.map(({ id }) => id),
      claimed.map(({ reservedMinor }) => reservedMinor),
      token,
      now,
      leaseUntil,
      claimed.map(({ messageId }) => messageId),
    ],
  );
  if (rows.length !== claimed.length) throw new Error("a message was claimed by two");
}

/** Ends messages that may not leave, with the reasons. */
export async function markRefused(
  sql: Sql,
  refused: readonly { id: number; reasons: readonly string[] }[],
  now: Date,
): Promise<void> {
  await sql.rows(
    `UPDATE outbox o SET state = 'refused', settled_at = $2,
       reasons = o.reasons || ARRAY(SELECT jsonb_array_elements_text(m.reasons))
     FROM jsonb_to_recordset($1::jsonb) AS m(id bigint, reasons jsonb) WHERE o.id = m.id AND o.state = 'ready'`,
    [JSON.stringify(refused), now],
  );
}
