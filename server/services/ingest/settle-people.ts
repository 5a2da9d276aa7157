import { type OwnerPlan, planOwners } from "@/server/domain/identity/plan-owners";
import type { EventProblem, TrackedEvent } from "@/server/domain/tracking/tracked-event";
import { appendEntries } from "@/server/store/audit";
import { mergeCustomers } from "@/server/store/customers-merge.sql";
import type { Bulk, Sql } from "@/server/store/database";
import { insertVisitors, namedCustomers } from "@/server/store/events-owners.sql";
import { applyPatches, type CustomerPatch } from "@/server/store/people-write";
import { claimIdentities, newCustomerIds } from "@/server/store/people-write-identities.sql";
import type { Vault } from "@/server/store/vault";
import { type NamedEvent, namingOf } from "./naming-of";

/** What of an event could not be taken though the rest was. */
export type PartProblem = EventProblem & { event: TrackedEvent };

export type Settled = {
  /** whose each event is, aligned with the events */
  customerIds: readonly number[];
  /** customers that turned out to be others, with the others */
  moved: ReadonlyMap<number, number>;
  /** what of the events was not taken */
  parts: readonly PartProblem[];
};

type Work = {
  events: readonly NamedEvent[];
  /** whose their identifiers are; unknown ones are absent */
  owners: ReadonlyMap<string, number>;
  now: Date;
  /** whether identities are held for merging; else "needs merging" may be the answer, and nothing was done */
  mayMerge: boolean;
};

/** Makes, merges and updates the customers that events name. A repeat changes nothing. */
export async function settlePeople(
  bulk: Bulk,
  vault: Vault,
  { events, owners, now, mayMerge }: Work,
): Promise<Settled | "needs merging"> {
  const plan = await planFor(bulk.sql, events, owners);
  if (!mayMerge && plan.customers.some(({ merged }) => merged.length > 0)) return "needs merging";
  const ids = await idsOf(bulk.sql, plan);
  const merges = plan.customers.map(({ merged }, i) => ({ into: ids[i] ?? 0, from: merged }));
  const entries = await mergeCustomers(bulk, vault, now, merges);
  await claim(bulk.sql, plan, ids, events);
  const patches = patchesOf(events, plan, ids);
  await insertVisitors(bulk.sql, visitorsOf(events, plan, ids, patches));
  if (patches.length > 0) await applyPatches(bulk, vault, now, patches, "greater");
  await appendEntries(bulk.sql, now, entries);
  return {
    customerIds: plan.owners.map((owner) => ids[owner] ?? 0),
    moved: new Map(merges.flatMap(({ into, from }) => from.map((id) => [id, into]))),
    parts: partsOf(events, plan),
  };
}

async function planFor(
  sql: Sql,
  events: readonly NamedEvent[],
  owners: ReadonlyMap<string, number>,
): Promise<OwnerPlan> {
  const isUndecided = events.some((one) => isAmbiguous(one, owners));
  const named = isUndecided ? await namedCustomers(sql, ownersAmong(events, owners)) : new Set<number>();
  const known = new Map(
    [...owners].map(([key, customerId]) => [key, { customerId, named: named.has(customerId) }]),
  );
  return planOwners(events.map(namingOf), known);
}

/** Whether it matters who has a number of the company's own: where a new number or several customers are named. */
function isAmbiguous({ identifiers }: NamedEvent, owners: ReadonlyMap<string, number>): boolean {
  const known = identifiers.map(({ key }) => owners.get(key));
  const found = new Set(known.filter((id) => id !== undefined));
  const isNewNumber = identifiers[0]?.kind === "user" && known[0] === undefined;
  return found.size > (isNewNumber ? 0 : 1);
}

const ownersAmong = (events: readonly NamedEvent[], owners: ReadonlyMap<string, number>): number[] => {
  const ids = events.flatMap(({ identifiers }) => identifiers.map(({ key }) => owners.get(key)));
  return [...new Set(ids.filter((id) => id !== undefined))];
};

function partsOf(events: readonly NamedEvent[], { takenAddresses }: OwnerPlan): PartProblem[] {
  const reason = "belongs to another customer; the rest was taken";
  return [...takenAddresses].flatMap((i) => {
    const event = events[i]?.event;
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
  events: readonly NamedEvent[],
): Promise<void> {
  const byKey = new Map(events.flatMap(({ identifiers }) => identifiers.map((one) => [one.key, one])));
  const rows = claims.flatMap(({ key, owner }) => {
    const identifier = byKey.get(key);
    if (identifier === undefined) return [];
    const { kind, hash } = identifier;
    return [{ kind, hash: Buffer.from(hash, "latin1"), customerId: ids[owner] ?? 0 }];
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
