import type { TicketKind } from "@/server/domain/intake/ticket-kind";
import type { Bulk } from "./database";
import type { Vault } from "./vault";

export type TicketDraft = {
  ref: string;
  customerId: number;
  kind: TicketKind;
  openedMs: number;
  closedMs: number | null;
  subject: string;
  text: string;
};

/** The wrapped keys of customers; those who have none get one. */
export async function keysOf(
  { sql }: Pick<Bulk, "sql">,
  vault: Vault,
  ids: readonly number[],
): Promise<Map<number, Uint8Array>> {
  const unique = [...new Set(ids)].sort((a, b) => a - b);
  await sql.rows(
    `INSERT INTO person_keys (customer_id, wrapped)
     SELECT id, wrapped FROM unnest($1::int[], $2::bytea[]) AS q(id, wrapped)
     WHERE NOT EXISTS (SELECT FROM person_keys WHERE customer_id = q.id) ON CONFLICT DO NOTHING`,
    [unique, unique.map(() => vault.newKey())],
  );
  const rows = await sql.rows<{ customer_id: number; wrapped: Uint8Array }>(
    "SELECT customer_id, wrapped FROM person_keys WHERE customer_id = ANY($1::int[])",
    [unique],
  );
  return new Map(rows.map((row) => [row.customer_id, row.wrapped]));
}

/**
 * Makes tickets and updates their kind and closing; of two rows of one ticket the later stands. `foreign` are the lines
 * whose ticket belongs to somebody else.
 */
export async function upsertTickets(
  bulk: Bulk,
  vault: Vault,
  rows: readonly { line: number; ticket: TicketDraft }[],
): Promise<{ changed: number; foreign: number[] }> {
  const drafts = [...new Map(rows.map((row) => [row.ticket.ref, row])).values()];
  if (drafts.length === 0) return { changed: 0, foreign: [] };
  const keys = await keysOf(
    bulk,
    vault,
    drafts.map(({ ticket }) => ticket.customerId),
  );
  const sealed = drafts.map(({ ticket: { customerId, subject, text } }) => {
    const key = keys.get(customerId);
    return key === undefined || (subject === "" && text === "") ? null : vault.seal(key, { subject, text });
  });
  const of = <Value>(pick: (draft: TicketDraft) => Value) => drafts.map(({ ticket }) => pick(ticket));
  const changed = await bulk.sql.rows(
    `INSERT INTO tickets (ref, customer_id, kind, opened_at, closed_at, sealed)
     SELECT ref, customer_id, kind, to_timestamp(opened / 1000.0), to_timestamp(closed / 1000.0), sealed
     FROM unnest($1::text[], $2::int[], $3::text[], $4::float8[], $5::float8[], $6::bytea[])
       AS q(ref, customer_id, kind, opened, closed, sealed) ORDER BY ref
     ON CONFLICT (ref) DO UPDATE SET kind = excluded.kind, opened_at = excluded.opened_at,
       closed_at = excluded.closed_at, sealed = excluded.sealed
     WHERE tickets.customer_id = excluded.customer_id AND (tickets.kind, tickets.opened_at, tickets.closed_at)
       IS DISTINCT FROM (excluded.kind, excluded.opened_at, excluded.closed_at)
     RETURNING 1 AS n`,
    [
      of(({ ref }) => ref),
      of(({ customerId }) => customerId),
      of(({ kind }) => kind),
      of(({ openedMs }) => openedMs),
      of(({ closedMs }) => closedMs),
      sealed,
    ],
  );
  const foreign = await bulk.sql.rows<{ line: number }>(
    `SELECT line FROM unnest($1::int[], $2::text[], $3::int[]) AS q(line, ref, customer_id)
     JOIN tickets t USING (ref) WHERE t.customer_id <> q.customer_id`,
    [
      rows.map(({ line }) => line),
      rows.map(({ ticket }) => ticket.ref),
      rows.map(({ ticket }) => ticket.customerId),
    ],
  );
  return { changed: changed.length, foreign: foreign.map(({ line }) => line) };
}
