import { holdIdentities } from "@/server/store/customers.sql";
import { bulkRetrying } from "@/server/store/customers-race";
import type { Bulk, Database, Sql } from "@/server/store/database";
import { ownersOf, seenEarlier } from "@/server/store/events-owners.sql";
import type { Vault } from "@/server/store/vault";
import { decisive, isStrange, type NamedEvent, type Remembered } from "./naming-of";
import { type PartProblem, settlePeople } from "./settle-people";

/** Whose each event of a batch is, and what of the events was not taken. */
export type Attribution<One extends NamedEvent> = {
  owned: readonly { one: One; customerId: number }[];
  parts: readonly PartProblem[];
};

/**
 * Says whose events are, and makes, joins and describes their people where that is needed, in a transaction before the
 * one that stores the events: a repeat changes nothing, so that a failure in between does no harm.
 *
 * One batch at a time: two would make the same new customers at the same moment and run into each other.
 */
export class PeopleDesk {
  readonly #database: Database;
  readonly #vault: Vault;
  #last: Promise<unknown> = Promise.resolve();

  constructor({ database, vault }: { database: Database; vault: Vault }) {
    this.#database = database;
    this.#vault = vault;
  }

  attribute<One extends NamedEvent>(events: readonly One[], now: Date): Promise<Attribution<One>> {
    const mine = this.#last.then(() => this.#attribute(events, now));
    this.#last = mine.catch(() => undefined); // whoever waits for it hears of it
    return mine;
  }

  async #attribute<One extends NamedEvent>(events: readonly One[], now: Date): Promise<Attribution<One>> {
    const strange = events.filter(isStrange);
    const plain = events.filter((one) => !isStrange(one));
    if (strange.length === 0) {
      const asked = await ask(this.#database.sql, plain);
      if (asked.doubtful.length === 0) {
        await seenEarlier(this.#database.sql, firstsOf(asked.owned));
        return remembered(asked.owned, []);
      }
    }
    const inMode = (mayMerge: boolean) =>
      bulkRetrying(this.#database, (bulk) => settle(bulk, this.#vault, { plain, strange, now, mayMerge }));
    const first = await inMode(false);
    const settled = first === "needs merging" ? await inMode(true) : first;
    if (settled === "needs merging") throw new Error("a transaction that may merge asked to merge");
    return remembered(settled.owned, settled.parts);
  }
}

type Owned<One> = { one: One; customerId: number };

type Work<One> = { plain: readonly One[]; strange: readonly One[]; now: Date; mayMerge: boolean };

async function settle<One extends NamedEvent>(
  bulk: Bulk,
  vault: Vault,
  { plain, strange, now, mayMerge }: Work<One>,
): Promise<Attribution<One> | "needs merging"> {
  await holdIdentities(bulk.sql, mayMerge ? "merging" : "shared");
  const { owned, doubtful, owners } = await ask(bulk.sql, plain, strange);
  const events = [...strange, ...doubtful];
  await completeOwners(bulk.sql, doubtful, owners);
  const settled = await settlePeople(bulk, vault, { events, owners, now, mayMerge });
  if (settled === "needs merging") return settled;
  const { customerIds, moved, parts } = settled;
  const all = [
    ...owned.map(({ one, customerId }) => ({ one, customerId: moved.get(customerId) ?? customerId })),
    ...events.map((one, i) => ({ one, customerId: customerIds[i] ?? 0 })),
  ];
  await seenEarlier(bulk.sql, firstsOf(all));
  return { owned: all, parts };
}

/** Whose plain events are; `doubtful` are those whose identifiers disagree. `owners` are those of the strange ones too. */
async function ask<One extends NamedEvent>(
  sql: Sql,
  plain: readonly One[],
  strange: readonly NamedEvent[] = [],
): Promise<{ owned: Owned<One>[]; doubtful: One[]; owners: Map<string, number> }> {
  const identifiers = new Set<Remembered>();
  for (const one of plain) for (const identifier of decisive(one)) identifiers.add(identifier);
  for (const one of strange) for (const identifier of one.identifiers) identifiers.add(identifier);
  const owners = await ownersOf(sql, [...identifiers]);
  const owned: Owned<One>[] = [];
  const doubtful: One[] = [];
  for (const one of plain) {
    const customerId = agreedOwner(decisive(one), owners);
    if (customerId === null) doubtful.push(one);
    else owned.push({ one, customerId });
  }
  return { owned, doubtful, owners };
}

/** Asks for identifiers that seemed not to matter and do. */
async function completeOwners(
  sql: Sql,
  events: readonly NamedEvent[],
  owners: Map<string, number>,
): Promise<void> {
  const all = events.flatMap(({ identifiers }) => identifiers);
  const missing = [...new Set(all)].filter(({ key }) => !owners.has(key));
  for (const [key, customerId] of await ownersOf(sql, missing)) owners.set(key, customerId);
}

/** To whom all of these belong; null where they disagree, or where one is nobody's. */
function agreedOwner(identifiers: readonly Remembered[], owners: ReadonlyMap<string, number>): number | null {
  let agreed: number | null = null;
  for (const { key } of identifiers) {
    const customerId = owners.get(key);
    if (customerId === undefined || (agreed !== null && customerId !== agreed)) return null;
    agreed = customerId;
  }
  const [lead] = identifiers;
  if (lead?.kind === "user") for (const other of identifiers) if (other !== lead) other.beside = lead;
  return agreed;
}

/** Customers of whom an event came that is earlier than what we remember, with its instant. */
function firstsOf(owned: readonly Owned<NamedEvent>[]): ReadonlyMap<number, number> {
  const firsts = new Map<number, number>();
  for (const { one, customerId } of owned) {
    const { atMs } = one.event;
    if (atMs >= (one.identifiers[0]?.seenMs ?? 0)) continue;
    if (atMs < (firsts.get(customerId) ?? Number.POSITIVE_INFINITY)) firsts.set(customerId, atMs);
  }
  return firsts;
}

/** What is committed is a hint for the next batch. */
function remembered<One extends NamedEvent>(
  owned: readonly Owned<One>[],
  parts: readonly PartProblem[],
): Attribution<One> {
  for (const { one } of owned) {
    const [lead] = one.identifiers;
    if (lead !== undefined) lead.seenMs = Math.min(lead.seenMs, one.event.atMs);
    for (const identifier of one.identifiers) identifier.owned = true;
  }
  return { owned, parts };
}
