import type { Sql } from "./database";

/** What became of a claimed message. `ready` puts it back for a later attempt. */
export type Settlement = {
  id: number;
  state: "sent" | "refused" | "uncertain" | "ready";
  reasons: readonly string[];
  response: string | null;
  /** hex */
  renderHash: string | null;
  /** for `ready`: not to be claimed before; epoch milliseconds */
  notBeforeMs: number | null;
};

/** A row that changed hands: what its touch, its reservations and the audit need. */
export type SettledRow = {
  id: number;
  runId: number;
  customerId: number;
  campaignId: number;
  channel: string;
  creativeId: number;
  offerId: string | null;
  variant: string;
  segment: string;
  state: string;
  attempt: number;
  reservedMinor: number;
  messageId: string;
};

const RETURNING = `o.id::float8 AS id, o.run_id AS "runId", o.customer_id AS "customerId", o.campaign_id AS "campaignId", o.channel,
  o.creative_id AS "creativeId", o.offer_id AS "offerId", cr.variant, cr.segment, o.state, o.attempt,
  m.reserved::float8 AS "reservedMinor", o.message_id AS "messageId"`;

/**
 * Settles claims of `token`. A row that was declared uncertain meanwhile takes only an answer (sent or refused); a row
 * that somebody else settled takes none. Answers the rows that changed.
 */
export async function settleClaims(
  sql: Sql,
  token: string,
  settlements: readonly Settlement[],
  now: Date,
): Promise<SettledRow[]> {
  return sql.rows<SettledRow>(
    `UPDATE outbox o SET state = m.state, response = m.response, reasons = o.reasons || m.reasons,
       render_hash = coalesce(decode(m."renderHash", 'hex'), o.render_hash), lease_until = NULL,
       settled_at = CASE WHEN m.state = 'ready' THEN NULL ELSE $3::timestamptz END,
       claimed_at = CASE WHEN m.state = 'ready' THEN NULL ELSE o.claimed_at END,
       reserved_minor = CASE WHEN m.state IN ('ready', 'refused') THEN 0 ELSE o.reserved_minor END,
       not_before = CASE WHEN m.state = 'ready' THEN to_timestamp(m."notBeforeMs" / 1000.0) ELSE o.not_before END
     FROM (
       SELECT s.id, s.state, s.response, ARRAY(SELECT jsonb_array_elements_text(s.reasons)) AS reasons, s."renderHash",
         s."notBeforeMs", before.reserved_minor AS reserved
       FROM jsonb_to_recordset($2::jsonb)
         AS s(id bigint, state text, response text, reasons jsonb, "renderHash" text, "notBeforeMs" float8)
       JOIN outbox before ON before.id = s.id
     ) m, creatives cr
     WHERE o.id = m.id AND cr.id = o.creative_id AND o.claimed_by = $1
       AND (o.state = 'claimed' OR (o.state = 'uncertain' AND m.state IN ('sent', 'refused')))
     RETURNING ${RETURNING}`,
    [token, JSON.stringify(settlements), now],
  );
}

/** Settles one uncertain message by evidence from elsewhere. Null: it is uncertain no more. */
export async function settleUncertain(
  sql: Sql,
  id: number,
  to: { state: "sent" | "cancelled"; reason: string },
  now: Date,
): Promise<SettledRow | null> {
  const [row] = await sql.rows<SettledRow>(
    `UPDATE outbox o SET state = $2, settled_at = $4, reasons = o.reasons || $3::text,
       reserved_minor = CASE WHEN $2 = 'sent' THEN o.reserved_minor ELSE 0 END
     FROM (SELECT id, reserved_minor AS reserved FROM outbox WHERE id = $1) m, creatives cr
     WHERE o.id = m.id AND cr.id = o.creative_id AND o.state = 'uncertain' RETURNING ${RETURNING}`,
    [id, to.state, to.reason, now],
  );
  return row ?? null;
}

/** Declares claims uncertain whose worker let the lease run out: a byte may have left. Answers the rows. */
export async function expireLeases(
  sql: Sql,
  now: Date,
  limit: number,
): Promise<{ id: number; runId: number; customerId: number; campaignId: number }[]> {
  return sql.rows(
    `UPDATE outbox SET state = 'uncertain', settled_at = $1, lease_until = NULL, reasons = reasons || '{lease.expired}'
     WHERE id IN (SELECT id FROM outbox WHERE state = 'claimed' AND lease_until < $1 ORDER BY lease_until LIMIT $2
       FOR UPDATE SKIP LOCKED)
     RETURNING id, run_id AS "runId", customer_id AS "customerId", campaign_id AS "campaignId"`,
    [now, limit],
  );
}

/** The newest uncertain messages. */
export const uncertainMessages = (sql: Sql, limit: number): Promise<{ id: number; messageId: string }[]> =>
  sql.rows(
    `SELECT id, message_id AS "messageId" FROM outbox WHERE state = 'uncertain' ORDER BY id DESC LIMIT $1`,
    [limit],
  );
