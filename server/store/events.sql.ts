import type { EventProblem, TrackedEvent } from "@/server/domain/tracking/tracked-event";
import { copyLine, copyRows } from "./copy-rows";
import type { Bulk, Database, Sql } from "./database";

/** An event and whose it is. */
export type OwnedEvent = { event: TrackedEvent; customerId: number };

/**
 * Takes the keys of events that are not in yet, and answers those. A key that another transaction is writing is waited
 * for: a repeat is answered only when the first one stands.
 */
export async function claimKeys(sql: Sql, keys: readonly string[], receivedAt: Date): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  // in order, so that two transactions wait for each other in one direction only
  const rows = await sql.rows<{ key: string }>(
    `INSERT INTO event_keys (key, received_at) SELECT key, $2 FROM unnest($1::uuid[]) AS q(key)
     ON CONFLICT DO NOTHING RETURNING key`,
    [[...keys].sort(), receivedAt],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Writes events by COPY. Their months exist (`ensureMonths`). */
export async function copyEvents(
  { client }: Bulk,
  rows: readonly OwnedEvent[],
  receivedAt: Date,
): Promise<void> {
  const received = receivedAt.toISOString();
  const lines = rows.map(({ event, customerId }) =>
    copyLine([
      event.key,
      customerId,
      event.type,
      event.name,
      new Date(event.atMs).toISOString(),
      received,
      event.properties,
    ]),
  );
  await copyRows(client, "events (key, customer_id, type, name, at, received_at, properties)", lines);
}

/** Makes the partitions of these months, each given as `YYYY-MM`. On its own, before the transaction that writes: it locks the table. */
export async function ensureMonths(database: Database, months: readonly string[]): Promise<void> {
  if (months.length === 0) return;
  await database.sql.rows("SELECT ensure_months('events', $1::date[])::text", [
    months.map((month) => `${month}-01`),
  ]);
}

/** Something that could not be taken, or not in whole. */
export type Rejection = EventProblem & { messageId: string | null };

/** Keeps what was rejected and why, for the company to see. */
export async function insertRejections(
  sql: Sql,
  rows: readonly (Rejection & { writeKeyId: number })[],
  receivedAt: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await sql.rows(
    `INSERT INTO rejected_events (received_at, write_key_id, message_id, field, reason)
     SELECT $5, * FROM unnest($1::int[], $2::text[], $3::text[], $4::text[])`,
    [
      rows.map(({ writeKeyId }) => writeKeyId),
      rows.map(({ messageId }) => messageId),
      rows.map(({ field }) => field),
      rows.map(({ reason }) => reason),
      receivedAt,
    ],
  );
}
