import type { Sql } from "./database";
import { insertOutcomes } from "./touches.sql";

/** The message that a token names, and since when it may have been seen. */
export type TrackedMessage = {
  outboxId: number;
  customerId: number;
  campaignId: number;
  creativeId: number;
  /** the provider's acceptance; the claim where that is not recorded; null for what was never claimed */
  leftAt: Date | null;
};

/** Null where the message is not kept any more. */
export async function trackedMessage(sql: Sql, outboxId: number): Promise<TrackedMessage | null> {
  const [row] = await sql.rows<TrackedMessage>(
    `SELECT o.id::float8 AS "outboxId", o.customer_id AS "customerId", o.campaign_id AS "campaignId",
       o.creative_id AS "creativeId",
       coalesce((SELECT t.at FROM touches t WHERE t.customer_id = o.customer_id AND t.outbox_id = o.id), o.claimed_at) AS "leftAt"
     FROM outbox o WHERE o.id = $1::bigint`,
    [outboxId],
  );
  return row ?? null;
}

/** The stored destination of a link; null where there is none. */
export async function linkTarget(sql: Sql, creativeId: number, n: number): Promise<string | null> {
  const [row] = await sql.rows<{ url: string }>(
    "SELECT url FROM tracked_links WHERE creative_id = $1 AND n = $2::int",
    [creativeId, n],
  );
  return row?.url ?? null;
}

/** Visits of one message follow one another for the rest of the transaction. */
export async function holdVisits(sql: Sql, outboxId: number): Promise<void> {
  await sql.rows("SELECT pg_advisory_xact_lock(hashtextextended('visit:' || $1::text, 0))::text", [
    String(outboxId),
  ]);
}

/** When which links of a message were first followed, machines included. */
export async function clicksOf(sql: Sql, outboxId: number): Promise<{ n: number; atMs: number }[]> {
  return sql.rows(
    `SELECT split_part(ref, ':', 3)::int AS n, round(date_part('epoch', at) * 1000) AS "atMs"
     FROM outcomes WHERE outbox_id = $1::bigint AND kind = 'click'`,
    [outboxId],
  );
}

/** Takes clicks that turned out to belong to a burst for a machine's. Their place is free again for a person. */
export async function markBurst(sql: Sql, outboxId: number, around: Date, withinMs: number): Promise<void> {
  await sql.rows(
    `UPDATE outcomes SET bot = true, detail = 'burst', ref = ref || ':burst:' || id
     WHERE outbox_id = $1::bigint AND kind = 'click' AND NOT bot
       AND at BETWEEN $2::timestamptz - make_interval(secs => $3::float8) AND $2::timestamptz + make_interval(secs => $3::float8)`,
    [outboxId, around, withinMs / 1000],
  );
}

/** Records the first visit of a kind by a person, and the first by a machine; later ones add nothing. */
export async function recordVisit(
  sql: Sql,
  { outboxId, customerId, campaignId }: TrackedMessage,
  visit: { kind: "open" | "click"; n: number; bot: string | null },
  at: Date,
): Promise<void> {
  const { kind, n, bot } = visit;
  const ref = `${kind}:${outboxId}${kind === "click" ? `:${n}` : ""}${bot === null ? "" : ":bot"}`;
  await insertOutcomes(
    sql,
    [{ outboxId, customerId, campaignId, kind, bot: bot !== null, detail: bot, ref }],
    at,
  );
}

/** The language that a customer is known to read; null where it is unknown. */
export async function customerLanguage(sql: Sql, customerId: number): Promise<string | null> {
  const [row] = await sql.rows<{ language: string | null }>(
    "SELECT language FROM customers WHERE id = $1::bigint",
    [customerId],
  );
  return row?.language ?? null;
}
