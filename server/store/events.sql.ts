import type { Call, EventProblem, TrackedEvent } from "@/server/domain/tracking/tracked-event";
import { copyLine, copyRows } from "./copy-rows";
import type { Bulk, Database, Sql } from "./database";

/**
 * Takes the keys of events that are not in yet, and answers those that are. A key that another transaction is writing is
 * waited for: a repeat is answered only when the first one stands.
 */
export async function claimKeys(sql: Sql, keys: readonly string[], receivedAt: Date): Promise<Set<string>> {
  if (keys.length === 0) return new Set();
  // in order, so that two transactions wait for each other in one direction only
  const ordered = `{${[...keys].sort().join()}}`;
  const [made] = await sql.rows<{ n: number }>(
    `WITH made AS (
       INSERT INTO event_keys (key, received_at) SELECT key, $2 FROM unnest($1::uuid[]) AS q(key)
       ON CONFLICT DO NOTHING RETURNING 1
     )
     SELECT count(*)::int AS n FROM made`,
    [ordered, receivedAt],
  );
  if (made?.n === keys.length) return new Set();
  // what stands and is not of this transaction was in already
  const rows = await sql.rows<{ key: string }>(
    `SELECT encode(uuid_send(key), 'hex') AS key FROM event_keys
     WHERE key = ANY($1::uuid[]) AND xmin <> pg_current_xact_id()::xid`,
    [ordered],
  );
  return new Set(rows.map(({ key }) => key));
}

/** The row of an event as a line of COPY, in two pieces: whose it is comes in between. */
export type EventLine = readonly [before: string, after: string];

const SPECIAL = /[\\\t\n\r]/;
const escaped = (text: string): string => (SPECIAL.test(text) ? copyLine([text]).slice(0, -1) : text);

export function eventLine(
  { key, type, name, atMs, properties }: TrackedEvent,
  receivedMs: number,
): EventLine {
  const instants = `${new Date(atMs).toISOString()}\t${new Date(receivedMs).toISOString()}`;
  const rest = properties === null ? "\\N" : escaped(properties);
  return [`${key}\t`, `\t${type}\t${escaped(name)}\t${instants}\t${rest}\n`];
}

/** Writes events by COPY. Their months exist (`ensureMonths`). */
export async function copyEvents(
  { client }: Bulk,
  rows: readonly { line: EventLine; customerId: number }[],
): Promise<void> {
  const lines = rows.map(({ line: [before, after], customerId }) => before + customerId + after);
  await copyRows(client, "events (key, customer_id, type, name, at, received_at, properties)", lines);
}

/** Makes the partitions of these instants' months. On its own, before the transaction that writes: it locks the table. */
export async function ensureMonths(database: Database, instants: readonly Date[]): Promise<void> {
  const months = new Set(instants.map((instant) => `${instant.toISOString().slice(0, 7)}-01`));
  await database.sql.rows("SELECT ensure_months('events', $1::date[])::text", [[...months]]);
}

/** Something that could not be taken, or not in whole. */
export type Rejection = EventProblem & {
  messageId: string | null;
  /** null where it named none of the calls */
  type: Call | null;
};

/** Keeps what was rejected and why, for the company to see. */
export async function insertRejections(
  sql: Sql,
  rows: readonly (Rejection & { writeKeyId: number })[],
  receivedAt: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await sql.rows(
    `INSERT INTO rejected_events (received_at, write_key_id, message_id, type, field, reason)
     SELECT $6, * FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[])`,
    [
      rows.map(({ writeKeyId }) => writeKeyId),
      rows.map(({ messageId }) => messageId),
      rows.map(({ type }) => type),
      rows.map(({ field }) => field),
      rows.map(({ reason }) => reason),
      receivedAt,
    ],
  );
}
