import type { EventProblem, TrackedEvent } from "@/server/domain/tracking/tracked-event";
import { copyLine, copyRows } from "./copy-rows";
import type { Bulk, Database, Sql } from "./database";

/** An event and whose it is. */
export type OwnedEvent = { event: TrackedEvent; customerId: number };

/**
 * Takes the keys of events that are not in yet, and answers those that are. A key that another transaction is writing is
 * waited for: a repeat is answered only when the first one stands.
 */
export async function claimKeys(sql: Sql, keys: readonly string[], receivedAt: Date): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  // in order, so that two transactions wait for each other in one direction only
  const rows = await sql.rows<{ key: string }>(
    `WITH asked AS (SELECT key FROM unnest($1::uuid[]) AS q(key)), made AS (
       INSERT INTO event_keys (key, received_at) SELECT key, $2 FROM asked ON CONFLICT DO NOTHING RETURNING key
     )
     SELECT encode(uuid_send(key), 'hex') AS key FROM (SELECT key FROM asked EXCEPT SELECT key FROM made) k`,
    [`{${[...keys].sort().join()}}`, receivedAt],
  );
  return new Set(rows.map(({ key }) => key));
}

const SPECIAL = /[\\\t\n\r]/;

/** Writes events by COPY. Their months exist (`ensureMonths`). */
export async function copyEvents(
  { client }: Bulk,
  rows: readonly OwnedEvent[],
  receivedAt: Date,
): Promise<void> {
  const received = receivedAt.toISOString();
  const lines = rows.map(({ event, customerId }) => {
    const { key, type, name, properties } = event;
    const at = new Date(event.atMs).toISOString();
    // most have nothing to escape
    if (SPECIAL.test(name) || (properties !== null && SPECIAL.test(properties)))
      return copyLine([key, customerId, type, name, at, received, properties]);
    return `${key}\t${customerId}\t${type}\t${name}\t${at}\t${received}\t${properties ?? "\\N"}\n`;
  });
  await copyRows(client, "events (key, customer_id, type, name, at, received_at, properties)", lines);
}

/** Makes the partitions of these instants' months. On its own, before the transaction that writes: it locks the table. */
export async function ensureMonths(database: Database, instants: readonly Date[]): Promise<void> {
  const months = new Set(instants.map((instant) => `${instant.toISOString().slice(0, 7)}-01`));
  await database.sql.rows("SELECT ensure_months('events', $1::date[])::text", [[...months]]);
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
