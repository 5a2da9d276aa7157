import type { Sql } from "./database";
import type { SettledRow } from "./outbox-settle.sql";

export type NewTouch = Pick<
  SettledRow,
  | "id"
  | "runId"
  | "customerId"
  | "campaignId"
  | "channel"
  | "variant"
  | "segment"
  | "creativeId"
  | "messageId"
> & { costMinor: number };

/** Records messages that reached a provider, and a campaign's first. The month's partition is made where it is not there. */
export async function insertTouches(sql: Sql, touches: readonly NewTouch[], at: Date): Promise<void> {
  if (touches.length === 0) return;
  await sql.rows("SELECT ensure_months('touches', ARRAY[($1::timestamptz AT TIME ZONE 'UTC')::date])::text", [
    at,
  ]);
  await sql.rows(
    `INSERT INTO touches (outbox_id, at, run_id, customer_id, campaign_id, channel, variant, segment, creative_id,
       message_id, cost_minor)
     SELECT id, $2, "runId", "customerId", "campaignId", channel, variant, segment, "creativeId", "messageId", "costMinor"
     FROM jsonb_to_recordset($1::jsonb) AS t(id bigint, "runId" int, "customerId" int, "campaignId" int, channel text,
       variant text, segment text, "creativeId" int, "messageId" text, "costMinor" float8)`,
    [JSON.stringify(touches), at],
  );
  await sql.rows(
    "UPDATE campaigns SET first_sent_at = $2 WHERE id = ANY($1::int[]) AND first_sent_at IS NULL",
    [[...new Set(touches.map(({ campaignId }) => campaignId))], at],
  );
}

export type NewOutcome = {
  outboxId: number;
  customerId: number;
  campaignId: number;
  kind: "open" | "click" | "bounce" | "complaint" | "unsubscribe";
  bot: boolean;
  detail: string | null;
  /** makes a repeated report harmless */
  ref: string;
  /** epoch milliseconds, where a report says when it happened; otherwise it happened when it came in */
  atMs?: number;
};

/** Records what came of touches; a report that is there already is left as it stands. Answers how many were new. */
export async function insertOutcomes(sql: Sql, outcomes: readonly NewOutcome[], at: Date): Promise<number> {
  if (outcomes.length === 0) return 0;
  const rows = await sql.rows(
    `INSERT INTO outcomes (outbox_id, customer_id, campaign_id, kind, at, bot, detail, ref)
     SELECT "outboxId", "customerId", "campaignId", kind, coalesce(to_timestamp("atMs" / 1000.0), $2), bot, detail, ref
     FROM jsonb_to_recordset($1::jsonb) AS o("outboxId" bigint, "customerId" int, "campaignId" int, kind text, bot boolean,
       detail text, ref text, "atMs" float8)
     ON CONFLICT (ref) DO NOTHING RETURNING 1 AS n`,
    [JSON.stringify(outcomes), at],
  );
  return rows.length;
}
