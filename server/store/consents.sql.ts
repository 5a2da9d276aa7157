import type { ConsentState } from "@/server/domain/intake/consent-word";
import type { Sql } from "./database";

export type ConsentDraft = {
  customerId: number;
  purpose: string;
  channel: string;
  state: ConsentState;
  atMs: number;
  source: string;
  textVersion: string | null;
  actor: string;
  /** makes a repetition harmless */
  ref: string;
};

/** The state in force per customer, purpose and channel, by `customer/purpose/channel`. */
export async function consentsInForce(sql: Sql, ids: readonly number[]): Promise<Map<string, ConsentState>> {
  const rows = await sql.rows<{
    customer_id: number;
    purpose: string;
    channel: string;
    state: ConsentState;
  }>(
    `SELECT DISTINCT ON (customer_id, purpose, channel) customer_id, purpose, channel, state FROM consents
     WHERE customer_id = ANY($1::int[]) ORDER BY customer_id, purpose, channel, at DESC, id DESC`,
    [[...new Set(ids)]],
  );
  return new Map(rows.map((row) => [`${row.customer_id}/${row.purpose}/${row.channel}`, row.state]));
}

/** Appends to the ledger, in their order, what is not in it yet; answers what went in. */
export async function insertConsents(sql: Sql, drafts: readonly ConsentDraft[]): Promise<ConsentDraft[]> {
  if (drafts.length === 0) return [];
  const made = await sql.rows<{ ref: string }>(
    `INSERT INTO consents (customer_id, purpose, channel, state, at, source, text_version, actor, ref)
     SELECT customer_id, purpose, channel, state, to_timestamp(at / 1000.0), source, text_version, actor, ref
     FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::float8[], $6::text[], $7::text[], $8::text[],
       $9::text[]) WITH ORDINALITY AS q(customer_id, purpose, channel, state, at, source, text_version, actor, ref, n)
     ORDER BY n ON CONFLICT (ref) DO NOTHING RETURNING ref`,
    [
      drafts.map(({ customerId }) => customerId),
      drafts.map(({ purpose }) => purpose),
      drafts.map(({ channel }) => channel),
      drafts.map(({ state }) => state),
      drafts.map(({ atMs }) => atMs),
      drafts.map(({ source }) => source),
      drafts.map(({ textVersion }) => textVersion),
      drafts.map(({ actor }) => actor),
      drafts.map(({ ref }) => ref),
    ],
  );
  const refs = new Set(made.map(({ ref }) => ref));
  // a ref that occurs twice went in once
  return drafts.filter(({ ref }) => refs.delete(ref));
}

/** Appends a word that is given now. It is dated no earlier than the word before, so that it is the one in force. */
export async function appendConsent(
  sql: Sql,
  word: Omit<ConsentDraft, "atMs" | "textVersion">,
  now: Date,
): Promise<void> {
  const [last] = await sql.rows<{ ms: number | null }>(
    `SELECT round(date_part('epoch', max(at)) * 1000)::float8 AS ms FROM consents
     WHERE customer_id = $1::int AND purpose = $2 AND channel = $3`,
    [word.customerId, word.purpose, word.channel],
  );
  const atMs = Math.max(now.getTime(), last?.ms ?? 0);
  await insertConsents(sql, [{ ...word, atMs, textVersion: null }]);
}
