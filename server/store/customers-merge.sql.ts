import { joined, type Profile, type ProfileValues } from "@/server/domain/intake/profile";
import type { AuditDraft } from "./audit";
import type { Bulk, Sql } from "./database";
import { lockProfiles, type StoredProfile, writeProfiles } from "./people-write-profiles.sql";
import { keysOf } from "./tickets.sql";
import type { Vault } from "./vault";

/** Customers that turned out to be another. */
export type Merge = { into: number; from: readonly number[] };

/**
 * Makes one customer of several: identifiers, events, orders, messages and outcomes, tickets, suppressions and consents
 * go to the one that stays, whose profile gets of each field the newest word. Decisions stay where they were made.
 *
 * The caller holds identities for merging (`holdIdentities`) and appends what this answers to the audit.
 */
export async function mergeCustomers(
  bulk: Bulk,
  vault: Vault,
  now: Date,
  merges: readonly Merge[],
): Promise<AuditDraft[]> {
  const pairs = merges.flatMap(({ into, from }) => from.map((id) => ({ from: id, into })));
  if (pairs.length === 0) return [];
  const from = pairs.map((pair) => pair.from);
  const into = pairs.map((pair) => pair.into);
  const profiles = await lockProfiles(bulk, vault, [...new Set([...from, ...into])]);
  await writeProfiles(bulk, vault, now, joinedProfiles(merges, profiles));
  await resealTickets(bulk, vault, pairs, profiles);
  await moveRows(bulk.sql, from, into, now);
  await forget(bulk.sql, from, into, now);
  return pairs.map((pair) => ({
    actor: "system:tracking",
    action: "customer.merge",
    entity: { type: "customer", id: String(pair.into) },
    data: { before: null, after: { merged: pair.from } },
  }));
}

function joinedProfiles(merges: readonly Merge[], profiles: ReadonlyMap<number, StoredProfile>) {
  return merges.flatMap(({ into, from }) => {
    const stays = profiles.get(into);
    if (stays === undefined) return [];
    const others = from.map((id) => profiles.get(id)).filter((one) => one !== undefined);
    const profile = others.reduce((sum, other) => together(sum, other.profile), stays.profile);
    const seenMs = Math.min(stays.createdMs, ...others.map(({ createdMs }) => createdMs));
    if (profile === stays.profile && seenMs === stays.createdMs) return [];
    return [{ customerId: into, profile, wrapped: stays.wrapped, seenMs }];
  });
}

/** The newest words of both. The number stays that of the first; what was derived and never said fills gaps. */
function together(one: Profile, other: Profile): Profile {
  const { values, asOf } = joined(one, other);
  const next: ProfileValues = { ...other.values, ...values };
  // a value that somebody took away stays away
  for (const field of Object.keys(asOf) as (keyof ProfileValues)[])
    if (values[field] === undefined) delete next[field];
  if (one.values.userId !== undefined) next.userId = one.values.userId;
  const same = JSON.stringify([next, asOf]) === JSON.stringify([one.values, one.asOf]);
  return same ? one : { values: next, asOf };
}

/** Tickets are sealed with their person's key, which goes with the row that is merged. */
async function resealTickets(
  bulk: Bulk,
  vault: Vault,
  pairs: readonly { from: number; into: number }[],
  profiles: ReadonlyMap<number, StoredProfile>,
): Promise<void> {
  const tickets = await bulk.sql.rows<{ id: number; customer_id: number; sealed: Uint8Array }>(
    "SELECT id, customer_id, sealed FROM tickets WHERE customer_id = ANY($1::int[]) AND sealed IS NOT NULL",
    [pairs.map(({ from }) => from)],
  );
  if (tickets.length === 0) return;
  const target = new Map(pairs.map(({ from, into }) => [from, into]));
  const keys = await keysOf(bulk, vault, [...new Set(target.values())]);
  const resealed = tickets.flatMap(({ id, customer_id, sealed }) => {
    const old = profiles.get(customer_id)?.wrapped;
    const key = keys.get(target.get(customer_id) ?? 0);
    return old && key ? [{ id, sealed: vault.seal(key, vault.open(old, sealed)) }] : [];
  });
  await bulk.sql.rows(
    `UPDATE tickets t SET sealed = q.sealed FROM unnest($1::int[], $2::bytea[]) AS q(id, sealed) WHERE t.id = q.id`,
    [resealed.map(({ id }) => id), resealed.map(({ sealed }) => sealed)],
  );
}

const MOVED = ["identities", "orders", "touches", "outcomes", "tickets", "suppressions"];

async function moveRows(
  sql: Sql,
  from: readonly number[],
  into: readonly number[],
  now: Date,
): Promise<void> {
  const pairs = "unnest($1::int[], $2::int[]) AS m(old, new)";
  for (const table of MOVED)
    await sql.rows(`UPDATE ${table} t SET customer_id = m.new FROM ${pairs} WHERE t.customer_id = m.old`, [
      from,
      into,
    ]);
  await sql.rows(
    `UPDATE events t SET customer_id = m.new, origin = coalesce(t.origin, m.old)
     FROM ${pairs} WHERE t.customer_id = m.old`,
    [from, into],
  );
  // the ledger takes no changes: what was said to the one is said to the other, at the same instant
  await sql.rows(
    `INSERT INTO consents (customer_id, purpose, channel, state, at, source, text_version, actor, ref)
     SELECT m.new, purpose, channel, state, at, source, text_version, actor, 'merged:' || t.id
     FROM consents t JOIN ${pairs} ON t.customer_id = m.old ON CONFLICT (ref) DO NOTHING`,
    [from, into],
  );
  await sql.rows(
    `INSERT INTO holdout_marks (customer_id, state, at, actor, reason, ref)
     SELECT m.new, state, at, actor, reason, 'merged:' || t.id
     FROM holdout_marks t JOIN ${pairs} ON t.customer_id = m.old ON CONFLICT (ref) DO NOTHING`,
    [from, into],
  );
  await sql.rows(
    `UPDATE outbox t SET state = 'cancelled', settled_at = $3, reasons = '{customer.merged}'
     FROM ${pairs} WHERE t.customer_id = m.old AND t.state = 'ready'`,
    [from, into, now],
  );
  // what was sent counts towards the caps of the one who stays
  await sql.rows(
    `UPDATE outbox t SET customer_id = m.new FROM ${pairs}
     WHERE t.customer_id = m.old AND t.state IN ('claimed', 'sent', 'uncertain') AND NOT EXISTS (
       SELECT FROM outbox o WHERE o.run_id = t.run_id AND o.customer_id = m.new AND o.channel = t.channel)`,
    [from, into],
  );
}

async function forget(sql: Sql, from: readonly number[], into: readonly number[], now: Date): Promise<void> {
  await sql.rows("DELETE FROM people WHERE customer_id = ANY($1::int[])", [from]);
  await sql.rows("DELETE FROM person_keys WHERE customer_id = ANY($1::int[])", [from]);
  await sql.rows(
    `UPDATE customers c SET merged_into = m.new, merged_at = $3, has_email = false
     FROM unnest($1::int[], $2::int[]) AS m(old, new) WHERE c.id = m.old`,
    [from, into, now],
  );
  await sql.rows(
    `UPDATE customers c SET merged_into = m.new
     FROM unnest($1::int[], $2::int[]) AS m(old, new) WHERE c.merged_into = m.old`,
    [from, into],
  );
}
