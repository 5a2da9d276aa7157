import type { Sql } from "./database";

type State = "granted" | "withdrawn";

/** The word in force for a purpose and channel; null: never asked. */
export async function consentInForce(
  sql: Sql,
  customerId: number,
  purpose: string,
  channel: string,
): Promise<State | null> {
  const [row] = await sql.rows<{ state: State }>(
    `SELECT state FROM consents WHERE customer_id = $1::int AND purpose = $2 AND channel = $3
     ORDER BY at DESC, id DESC LIMIT 1`,
    [customerId, purpose, channel],
  );
  return row?.state ?? null;
}

/** Adds a word to the ledger, dated no earlier than the word before, so that it is the one in force. */
export async function appendConsent(
  sql: Sql,
  word: {
    customerId: number;
    purpose: string;
    channel: string;
    state: State;
    source: string;
    actor: string;
    /** makes a repetition harmless */
    ref: string;
  },
  now: Date,
): Promise<void> {
  await sql.rows(
    `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
     SELECT $1::int, $2, $3, $4, greatest($5::timestamptz, max(at)), $6, $7, $8
     FROM consents WHERE customer_id = $1::int AND purpose = $2 AND channel = $3
     ON CONFLICT (ref) DO NOTHING`,
    [word.customerId, word.purpose, word.channel, word.state, now, word.source, word.actor, word.ref],
  );
}

/** Suppresses a customer by number and by the addresses that they go by. Answers how many entries are new. */
export async function suppressCustomer(
  sql: Sql,
  customerId: number,
  source: string,
  now: Date,
): Promise<number> {
  const rows = await sql.rows(
    `INSERT INTO suppressions (kind, hash, customer_id, reason, at, source)
     SELECT kind, hash, $1::int, 'manual', $2::timestamptz, $3 FROM (
       SELECT kind, hash FROM identities WHERE customer_id = $1::int AND kind IN ('email', 'phone')
       UNION ALL SELECT 'customer', int4send($1::int)
     ) known ON CONFLICT (kind, hash) DO NOTHING RETURNING 1 AS n`,
    [customerId, now, source],
  );
  return rows.length;
}

/** Takes back what waits to be sent to a customer, on one channel or (null) on all. Answers how many. */
export async function cancelReady(
  sql: Sql,
  customerId: number,
  channel: string | null,
  reason: string,
  now: Date,
): Promise<number> {
  const rows = await sql.rows(
    `UPDATE outbox SET state = 'cancelled', settled_at = $4::timestamptz, reasons = reasons || ARRAY[$3::text]
     WHERE customer_id = $1::int AND ($2::text IS NULL OR channel = $2) AND state = 'ready' RETURNING 1 AS n`,
    [customerId, channel, reason, now],
  );
  return rows.length;
}

/** The customers that these turned out to be, their rows locked in one order. Unknown numbers are left out. */
export async function lockPeople(sql: Sql, ids: readonly number[]): Promise<number[]> {
  const rows = await sql.rows<{ id: number }>(
    `WITH RECURSIVE hops AS (
       SELECT id, merged_into FROM customers WHERE id = ANY($1::int[])
       UNION SELECT c.id, c.merged_into FROM hops h JOIN customers c ON c.id = h.merged_into
     )
     SELECT id FROM customers WHERE id IN (SELECT id FROM hops WHERE merged_into IS NULL) AND merged_into IS NULL
     ORDER BY id FOR NO KEY UPDATE`,
    [ids],
  );
  return rows.map(({ id }) => id);
}

/** Suppresses many customers as `suppressCustomer` does one. Answers how many entries are new. */
export async function suppressCustomers(
  sql: Sql,
  customerIds: readonly number[],
  source: string,
  now: Date,
): Promise<number> {
  const [row] = await sql.rows<{ n: number }>(
    `WITH made AS (
       INSERT INTO suppressions (kind, hash, customer_id, reason, at, source)
       SELECT kind, hash, customer_id, 'manual', $2::timestamptz, $3 FROM (
         SELECT kind, hash, customer_id FROM identities WHERE customer_id = ANY($1::int[]) AND kind IN ('email', 'phone')
         UNION ALL SELECT 'customer', int4send(id), id FROM unnest($1::int[]) AS id
       ) known ORDER BY kind, hash ON CONFLICT (kind, hash) DO NOTHING RETURNING 1
     ) SELECT count(*)::int AS n FROM made`,
    [customerIds, now, source],
  );
  return row?.n ?? 0;
}

/** Takes back what waits to be sent to many customers, on all channels. Answers how many. */
export async function cancelReadyOf(
  sql: Sql,
  customerIds: readonly number[],
  reason: string,
  now: Date,
): Promise<number> {
  const [row] = await sql.rows<{ n: number }>(
    `WITH gone AS (
       UPDATE outbox SET state = 'cancelled', settled_at = $3::timestamptz, reasons = reasons || ARRAY[$2::text]
       WHERE customer_id = ANY($1::int[]) AND state = 'ready' RETURNING 1
     ) SELECT count(*)::int AS n FROM gone`,
    [customerIds, reason, now],
  );
  return row?.n ?? 0;
}
