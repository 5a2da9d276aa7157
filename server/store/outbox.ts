import type { Channel } from "@/server/domain/goal";
import type { OutboxState } from "@/server/domain/review";
import type { Sql } from "./database";

/** A message of the outbox as the console lists it. No personal data. */
export type OutboxRow = {
  id: number;
  runId: number;
  customerId: number;
  campaignId: number;
  campaign: string;
  channel: Channel;
  creativeId: number;
  offerId: string | null;
  state: OutboxState;
  attempt: number;
  notBefore: Date;
  claimedAt: Date | null;
  settledAt: Date | null;
  reasons: string[];
  response: string | null;
  /** hex; null before the first rendering */
  renderHash: string | null;
};

const COLUMNS = `o.id::float8 AS id, o.run_id AS "runId", o.customer_id AS "customerId", o.campaign_id AS "campaignId",
  coalesce(c.name, '') AS campaign, o.channel, o.creative_id AS "creativeId", o.offer_id AS "offerId", o.state, o.attempt,
  o.not_before AS "notBefore", o.claimed_at AS "claimedAt", o.settled_at AS "settledAt", coalesce(o.reasons, '{}') AS reasons, o.response,
  encode(o.render_hash, 'hex') AS "renderHash"`;

const SORTS = { id: "o.id", notBefore: "o.not_before", settledAt: "o.settled_at" } as const;
export type OutboxSort = keyof typeof SORTS;
export const OUTBOX_SORTS = Object.keys(SORTS) as [OutboxSort, ...OutboxSort[]];

export type OutboxPage = {
  states: readonly OutboxState[];
  campaignId: number | null;
  runId: number | null;
  customerId: number | null;
  sort: OutboxSort;
  descending: boolean;
  limit: number;
  offset: number;
};

/** A page of messages that match. `total` counts all of them. */
export async function listOutbox(sql: Sql, page: OutboxPage): Promise<{ rows: OutboxRow[]; total: number }> {
  const filter = `(cardinality($1::text[]) = 0 OR o.state = ANY($1)) AND ($2::int IS NULL OR o.campaign_id = $2)
    AND ($3::int IS NULL OR o.run_id = $3) AND ($4::int IS NULL OR o.customer_id = $4)`;
  const params = [page.states, page.campaignId, page.runId, page.customerId];
  const [count] = await sql.rows<{ n: number }>(
    `SELECT count(*)::int AS n FROM outbox o WHERE ${filter}`,
    params,
  );
  const direction = page.descending ? "DESC" : "ASC";
  const rows = await sql.rows<OutboxRow>(
    `SELECT ${COLUMNS} FROM outbox o LEFT JOIN campaigns c ON c.id = o.campaign_id WHERE ${filter}
     ORDER BY ${SORTS[page.sort]} ${direction} NULLS LAST, o.id ${direction} LIMIT $5 OFFSET $6`,
    [...params, page.limit, page.offset],
  );
  return { rows, total: count?.n ?? 0 };
}

/** How many messages stand in each state. */
export async function outboxCounts(
  sql: Sql,
  campaignId: number | null,
): Promise<Record<OutboxState, number>> {
  const rows = await sql.rows<{ state: OutboxState; n: number }>(
    "SELECT state, count(*)::int AS n FROM outbox WHERE $1::int IS NULL OR campaign_id = $1 GROUP BY state",
    [campaignId],
  );
  const counts: Record<OutboxState, number> = {
    ready: 0,
    claimed: 0,
    sent: 0,
    uncertain: 0,
    refused: 0,
    cancelled: 0,
  };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}

/** One message; null for an unknown id. */
export async function outboxRow(sql: Sql, id: number): Promise<OutboxRow | null> {
  const [row] = await sql.rows<OutboxRow>(
    `SELECT ${COLUMNS} FROM outbox o LEFT JOIN campaigns c ON c.id = o.campaign_id WHERE o.id = $1::bigint`,
    [id],
  );
  return row ?? null;
}

/** Cancels a message that waits. False: it waits no more. */
export async function cancelReady(sql: Sql, id: number, now: Date): Promise<boolean> {
  const rows = await sql.rows(
    `UPDATE outbox SET state = 'cancelled', settled_at = $2, reasons = reasons || '{person.cancelled}'
     WHERE id = $1::bigint AND state = 'ready' RETURNING 1 AS n`,
    [id, now],
  );
  return rows.length > 0;
}
