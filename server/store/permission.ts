import type { Sql } from "./database";

/** What a person's say on marketing email stands at. */
export type MarketingPermission = {
  customerId: number;
  language: string | null;
  consent: "granted" | "withdrawn" | null;
  /** why the address is suppressed; empty: it is not */
  suppressedFor: string[];
};

/** The customer that this one turned out to be, after any number of merges; its row locked. Null for an unknown id. */
export async function lockPerson(sql: Sql, customerId: number): Promise<number | null> {
  let id = customerId;
  for (let hops = 0; hops < 20; hops++) {
    const [row] = await sql.rows<{ merged: number | null }>(
      "SELECT merged_into AS merged FROM customers WHERE id = $1::int FOR NO KEY UPDATE",
      [id],
    );
    if (row === undefined) return null;
    if (row.merged === null) return id;
    id = row.merged;
  }
  return null;
}

export async function marketingPermission(sql: Sql, customerId: number): Promise<MarketingPermission> {
  const [row] = await sql.rows<Omit<MarketingPermission, "customerId">>(
    `SELECT (SELECT language FROM customers WHERE id = $1::int) AS language,
       (SELECT state FROM consents WHERE customer_id = $1::int AND purpose = 'marketing' AND channel = 'email'
        ORDER BY at DESC, id DESC LIMIT 1) AS consent,
       ARRAY(SELECT DISTINCT reason FROM suppressions s WHERE (s.customer_id = $1::int AND s.kind IN ('email', 'customer'))
         OR (s.kind, s.hash) IN (SELECT kind, hash FROM identities WHERE customer_id = $1::int AND kind = 'email')
         ORDER BY reason) AS "suppressedFor"`,
    [customerId],
  );
  return { customerId, ...(row ?? { language: null, consent: null, suppressedFor: [] }) };
}

/** Adds a person's own word to the ledger. It is dated no earlier than the word before, so that it is the one in force. */
export async function addConsent(
  sql: Sql,
  word: { customerId: number; state: "granted" | "withdrawn"; source: string; ref: string },
  now: Date,
): Promise<void> {
  await sql.rows(
    `INSERT INTO consents (customer_id, purpose, channel, state, at, source, actor, ref)
     SELECT $1::int, 'marketing', 'email', $2, greatest($3::timestamptz, max(at)), $4, 'customer', $5
     FROM consents WHERE customer_id = $1::int AND purpose = 'marketing' AND channel = 'email'
     ON CONFLICT (ref) DO NOTHING`,
    [word.customerId, word.state, now, word.source, word.ref],
  );
}

/** Suppresses a person's addresses, or the person where no address is known any more. */
export async function suppressPerson(sql: Sql, customerId: number, source: string, now: Date): Promise<void> {
  await sql.rows(
    `WITH known AS (SELECT kind, hash FROM identities WHERE customer_id = $1::int AND kind = 'email'),
       listed AS (SELECT kind, hash FROM known
         UNION ALL SELECT 'customer', int4send($1::int) WHERE NOT EXISTS (SELECT 1 FROM known))
     INSERT INTO suppressions (kind, hash, customer_id, reason, at, source)
     SELECT kind, hash, $1::int, 'unsubscribed', $2, $3 FROM listed
     ON CONFLICT (kind, hash) DO NOTHING`,
    [customerId, now, source],
  );
}

/** Lifts what the person's own unsubscribing put there, and nothing else: bounces and complaints stay. */
export async function liftUnsubscribed(sql: Sql, customerId: number): Promise<void> {
  await sql.rows(
    `DELETE FROM suppressions s WHERE reason = 'unsubscribed' AND kind IN ('email', 'customer') AND (s.customer_id = $1::int
       OR (s.kind, s.hash) IN (SELECT kind, hash FROM identities WHERE customer_id = $1::int AND kind = 'email'))`,
    [customerId],
  );
}

/** Takes back a person's waiting marketing emails. Answers how many. */
export async function cancelWaiting(sql: Sql, customerId: number, now: Date): Promise<number> {
  const rows = await sql.rows(
    `UPDATE outbox SET state = 'cancelled', settled_at = $2, reasons = reasons || '{customer.unsubscribed}'
     WHERE customer_id = $1::int AND channel = 'email' AND state = 'ready' RETURNING 1 AS n`,
    [customerId, now],
  );
  return rows.length;
}
