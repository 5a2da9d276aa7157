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

export const OUTBOX_SORTS = ["id", "notBefore", "settledAt"] as const;
export type OutboxSort = (typeof OUTBOX_SORTS)[number];

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

type Filter = { where: string; params: readonly unknown[] };

// Conditions that are not asked for are left out, so that each sort finds its index.
function filterOf({ states, campaignId, runId, customerId }: OutboxPage): Filter {
  const params: unknown[] = [];
  const bind = (value: unknown, type: string) => `$${params.push(value)}::${type}`;
  const found: string[] = [];
  const [state] = states;
  if (states.length === 1) found.push(`o.state = ${bind(state, "text")}`);
  else if (states.length > 1) found.push(`o.state = ANY(${bind(states, "text[]")})`);
  if (campaignId !== null) found.push(`o.campaign_id = ${bind(campaignId, "int")}`);
  if (runId !== null) found.push(`o.run_id = ${bind(runId, "int")}`);
  if (customerId !== null) found.push(`o.customer_id = ${bind(customerId, "int")}`);
  return { where: found.length === 0 ? "true" : found.join(" AND "), params };
}

/** A page of messages that match, those that are not settled after the others by that sort. `total` counts all of them. */
export async function listOutbox(sql: Sql, page: OutboxPage): Promise<{ rows: OutboxRow[]; total: number }> {
  const { where, params } = filterOf(page);
  const [count] = await sql.rows<{ n: number; settled: number }>(
    `SELECT count(*)::int AS n, count(o.settled_at)::int AS settled FROM outbox o WHERE ${where}`,
    params,
  );
  const { n = 0, settled = 0 } = count ?? {};
  const { sort, descending, limit, offset } = page;
  const direction = descending ? "DESC" : "ASC";
  const read = (filter: string, order: string, from: number, most: number) =>
    most === 0
      ? []
      : readPage(sql, { where: `${where}${filter}`, params }, `${order}o.id ${direction}`, from, most);
  if (sort === "id") return { rows: await read("", "", offset, limit), total: n };
  if (sort === "notBefore")
    return { rows: await read("", `o.not_before ${direction}, `, offset, limit), total: n };
  const first = await read(" AND o.settled_at IS NOT NULL", `o.settled_at ${direction}, `, offset, limit);
  const rest = await read(
    " AND o.settled_at IS NULL",
    "",
    Math.max(0, offset - settled),
    limit - first.length,
  );
  return { rows: [...first, ...rest], total: n };
}

const readPage = (sql: Sql, { where, params }: Filter, order: string, offset: number, limit: number) =>
  sql.rows<OutboxRow>(
    `SELECT ${COLUMNS} FROM outbox o LEFT JOIN campaigns c ON c.id = o.campaign_id WHERE ${where}
     ORDER BY ${order} LIMIT $${params.length + 1} OFFSET $${params.length + 2}`,
    [...params, limit, offset],
  );

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

/** What waits to leave: one message, or all of some customers, on one channel or (null) on every one. */
export type Waiting = { id: number } | { customerIds: readonly number[]; channel: Channel | null };

/** Takes back what waits, with the reason; what waits no more is left alone. Answers how many were taken back. */
export async function cancelReady(sql: Sql, waiting: Waiting, reason: string, now: Date): Promise<number> {
  const [which, bound] =
    "id" in waiting
      ? ["id = $3::bigint", [waiting.id]]
      : [
          "customer_id = ANY($3::int[]) AND ($4::text IS NULL OR channel = $4)",
          [waiting.customerIds, waiting.channel],
        ];
  const [row] = await sql.rows<{ n: number }>(
    `WITH gone AS (
       UPDATE outbox SET state = 'cancelled', settled_at = $1::timestamptz, reasons = reasons || ARRAY[$2::text]
       WHERE ${which} AND state = 'ready' RETURNING 1
     ) SELECT count(*)::int AS n FROM gone`,
    [now, reason, ...bound],
  );
  return row?.n ?? 0;
}
