import { type OwnerPlan, planOwners } from "@/server/domain/identity/plan-owners";
import type { EventProblem, TrackedEvent } from "@/server/domain/tracking/tracked-event";
import { appendEntries } from "@/server/store/audit";
import { holdIdentities } from "@/server/store/customers.sql";
import { mergeCustomers } from "@/server/store/customers-merge.sql";
import { bulkRetrying } from "@/server/store/customers-race";
import type { Bulk, Database, Sql } from "@/server/store/database";
import { type Identifier, insertVisitors, namedCustomers, ownersOf } from "@/server/store/events-owners.sql";
import { applyPatches, type CustomerPatch } from "@/server/store/people-write";
import { claimIdentities, newCustomerIds } from "@/server/store/people-write-identities.sql";
import type { Vault } from "@/server/store/vault";
import { type NamedEvent, namingOf, type Remembered } from "./naming-of";

/** What of an event could not be taken though the rest was. */
export type PartProblem = EventProblem & { event: TrackedEvent };

/**
 * Makes, merges and updates the customers that events name, in a transaction before the one that stores the events: a
 * repeat changes nothing, so that a failure in between does no harm.
 */
export async function settlePeople(
  { database, vault }: { database: Database; vault: Vault },
  events: readonly NamedEvent[],
  now: Date,
): Promise<PartProblem[]> {
  const settled = await bulkRetrying(database, (bulk) =>
    settle(bulk, vault, { events, now, mode: "shared" }),
  );
  if (settled !== "needs merging") return settled;
  const merged = await bulkRetrying(database, (bulk) =>
    settle(bulk, vault, { events, now, mode: "merging" }),
  );
  if (merged === "needs merging") throw new Error("a transaction that may merge asked to merge");
  return merged;
}

/** Who is who among these events, as the database stands. */
export async function planFor(sql: Sql, events: readonly NamedEvent[]): Promise<OwnerPlan> {
  const owners = await ownersOf(
    sql,
    unique(events, ({ identifiers }) => identifiers),
  );
  const named = await namedCustomers(sql, [...new Set([...owners.values()].map((one) => one.customerId))]);
  const known = new Map(
    [...owners].map(([key, { customerId }]) => [key, { customerId, named: named.has(customerId) }]),
  );
  return planOwners(events.map(namingOf), known);
}

/** Each identifier of the events once. */
export function unique(
  events: readonly NamedEvent[],
  pick: (event: NamedEvent) => readonly Remembered[],
): Remembered[] {
  const found = new Set<Remembered>();
  for (const event of events) for (const identifier of pick(event)) found.add(identifier);
  return [...found];
}

type Work = { events: readonly NamedEvent[]; now: Date; mode: "shared" | "merging" };

async function settle(
  bulk: Bulk,
  vault: Vault,
  { events, now, mode }: Work,
): Promise<PartProblem[] | "needs merging"> {
  await holdIdentities(bulk.sql, mode);
  const plan = await planFor(bulk.sql, events);
  const merging = plan.customers.some(({ merged }) => merged.length > 0);
  if (merging && mode === "shared") return "needs merging";
  const ids = await idsOf(bulk.sql, plan);
  const merges = plan.customers.map(({ merged }, i) => ({ into: ids[i] ?? 0, from: merged }));
  const entries = await mergeCustomers(bulk, vault, now, merges);
  const identifiers = unique(events, (event) => event.identifiers);
  await claim(bulk.sql, plan, ids, identifiers);
  const patches = patchesOf(events, plan, ids);
  await insertVisitors(bulk.sql, visitorsOf(events, plan, ids, patches));
  await applyPatches(bulk, vault, now, patches, "greater");
  await appendEntries(bulk.sql, now, entries);
  return [...plan.takenAddresses].flatMap((i) => {
    const event = events[i]?.event;
    const reason = "belongs to another customer; the rest was taken";
    return event === undefined ? [] : [{ event, field: "traits.email", reason }];
  });
}

/** The number of each customer of the plan; those who are new get theirs. */
async function idsOf(sql: Sql, { customers }: OwnerPlan): Promise<number[]> {
  const fresh = await newCustomerIds(sql, customers.filter(({ customerId }) => customerId === null).length);
  return customers.map(({ customerId }) => customerId ?? fresh.shift() ?? 0);
}

async function claim(
  sql: Sql,
  { claims }: OwnerPlan,
  ids: readonly number[],
  identifiers: readonly Identifier[],
): Promise<void> {
  const byKey = new Map(identifiers.map((identifier) => [identifier.key, identifier]));
  const rows = claims.flatMap(({ key, owner }) => {
    const identifier = byKey.get(key);
    return identifier === undefined ? [] : [{ ...identifier, customerId: ids[owner] ?? 0 }];
  });
  await claimIdentities(sql, rows);
}

/** What the events say of their people, and the number of those who just got one. */
function patchesOf(
  events: readonly NamedEvent[],
  { owners, claims, takenAddresses }: OwnerPlan,
  ids: readonly number[],
): CustomerPatch[] {
  const claimed = new Set(claims.map(({ key }) => key));
  return events.flatMap(({ event, identifiers }, i) => {
    const [lead] = identifiers;
    const isNewNumber = event.userId !== null && lead !== undefined && claimed.has(lead.key);
    if (event.profile === null && !isNewNumber) return [];
    const { email, ...others } = event.profile ?? {};
    const values = {
      ...others,
      ...(email === undefined || takenAddresses.has(i) ? {} : { email }),
      ...(event.userId === null ? {} : { userId: event.userId }),
    };
    const customerId = ids[owners[i] ?? -1] ?? 0;
    return [{ customerId, patch: { atMs: event.atMs, values }, seenMs: event.atMs }];
  });
}

/** New customers of whom the events say nothing. */
function visitorsOf(
  events: readonly NamedEvent[],
  { customers, owners }: OwnerPlan,
  ids: readonly number[],
  patches: readonly CustomerPatch[],
) {
  const patched = new Set(patches.map(({ customerId }) => customerId));
  const firsts = new Map<number, number>();
  for (const [i, { event }] of events.entries()) {
    const owner = owners[i] ?? -1;
    const customerId = ids[owner] ?? 0;
    if (customers[owner]?.customerId !== null || patched.has(customerId)) continue;
    firsts.set(customerId, Math.min(firsts.get(customerId) ?? event.atMs, event.atMs));
  }
  return [...firsts].map(([customerId, seenMs]) => ({ customerId, seenMs }));
}
