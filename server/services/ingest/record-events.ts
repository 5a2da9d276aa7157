import { DAY_MS } from "@/server/domain/time";
import type { TrackedEvent } from "@/server/domain/tracking/tracked-event";
import { holdIdentities } from "@/server/store/customers.sql";
import { bulkRetrying } from "@/server/store/customers-race";
import type { Bulk, Database, Sql } from "@/server/store/database";
import {
  claimKeys,
  copyEvents,
  ensureMonths,
  insertRejections,
  type OwnedEvent,
  type Rejection,
} from "@/server/store/events.sql";
import { type OwnedOrder, writeTrackedOrders } from "@/server/store/events-orders.sql";
import { ownersOf, seenEarlier } from "@/server/store/events-owners.sql";
import type { Vault } from "@/server/store/vault";
import { Identifiers, isStrange, type NamedEvent, namedEvent, type Remembered } from "./naming-of";
import { type PartProblem, settlePeople } from "./settle-people";

/** An event and where it came from: `index` is its place in the batch. */
export type SourcedEvent = {
  event: TrackedEvent;
  writeKeyId: number;
  messageId: string | null;
  index: number;
};
export type SourcedRejection = Rejection & { writeKeyId: number };

export type EventBatch = {
  events: readonly SourcedEvent[];
  rejections: readonly SourcedRejection[];
  receivedAt: Date;
};

/** Stores batches of events: each in one transaction, or not at all. */
export class EventRecorder {
  readonly #database: Database;
  readonly #vault: Vault;
  readonly #identifiers: Identifiers;
  /** days since 1970 whose month has a partition */
  #days = new Set<number>();

  constructor({ database, vault }: { database: Database; vault: Vault }) {
    this.#database = database;
    this.#vault = vault;
    this.#identifiers = new Identifiers(vault);
  }

  /**
   * Stores events that are not in yet, and what was rejected. When it resolves, both survive whatever comes. Answers the
   * keys of the events that were in already.
   */
  async record(batch: EventBatch): Promise<ReadonlySet<string>> {
    try {
      return await this.#record(batch);
    } catch (error) {
      // a month may be missing after all: the database was put back, or a partition detached
      this.#days = new Set();
      throw error;
    }
  }

  async #record({ events, rejections, receivedAt }: EventBatch): Promise<ReadonlySet<string>> {
    const sources = new Map(events.map((one) => [one.event.key, one]));
    const named = [...sources.values()].map(({ event }) => namedEvent(event, this.#identifiers));
    await this.#haveMonths(named);
    const inMode = (mayMerge: boolean) =>
      bulkRetrying(this.#database, (bulk) =>
        write(bulk, this.#vault, { named, sources, rejections, receivedAt, mayMerge }),
      );
    const first = await inMode(false);
    const known = first === "needs merging" ? await inMode(true) : first;
    if (known === "needs merging") throw new Error("a transaction that may merge asked to merge");
    for (const one of named) remember(one);
    return known;
  }

  async #haveMonths(events: readonly NamedEvent[]): Promise<void> {
    const missing = new Set<number>();
    for (const { event } of events) {
      const day = Math.floor(event.atMs / DAY_MS);
      if (!this.#days.has(day)) missing.add(day);
    }
    if (missing.size === 0) return;
    await ensureMonths(
      this.#database,
      [...missing].map((day) => new Date(day * DAY_MS)),
    );
    for (const day of missing) this.#days.add(day);
  }
}

/** What is true of an event's identifiers once it is stored. */
function remember({ event, decisive, identifiers }: NamedEvent): void {
  for (const one of identifiers) one.owned = true;
  const [lead] = decisive;
  if (lead !== undefined && event.atMs < lead.seenMs) lead.seenMs = event.atMs;
}

type Work = {
  named: readonly NamedEvent[];
  sources: ReadonlyMap<string, SourcedEvent>;
  rejections: readonly SourcedRejection[];
  receivedAt: Date;
  mayMerge: boolean;
};

/** One transaction: people, orders, events, in this order. Answers the keys of the events that were in already. */
async function write(
  bulk: Bulk,
  vault: Vault,
  { named, sources, rejections, receivedAt, mayMerge }: Work,
): Promise<ReadonlySet<string> | "needs merging"> {
  const { sql } = bulk;
  await holdIdentities(sql, mayMerge ? "merging" : "shared");
  const attributed = await attribute(bulk, vault, { named, now: receivedAt, mayMerge });
  if (attributed === "needs merging") return attributed;
  const { owned, parts } = attributed;
  const known = await claimKeys(
    sql,
    owned.map(({ event }) => event.key),
    receivedAt,
  );
  const rows = known.size === 0 ? owned : owned.filter(({ event }) => !known.has(event.key));
  await seenEarlier(sql, firstsOf(owned));
  await writeTrackedOrders(sql, rows.flatMap(orderOf));
  await insertRejections(
    sql,
    [...rejections, ...parts.flatMap((part) => rejectionOf(part, sources))],
    receivedAt,
  );
  await copyEvents(
    bulk,
    rows.filter(({ event }) => event.order === null),
    receivedAt,
  );
  return known;
}

function rejectionOf(part: PartProblem, sources: ReadonlyMap<string, SourcedEvent>): SourcedRejection[] {
  const source = sources.get(part.event.key);
  if (source === undefined) return [];
  const { writeKeyId, messageId } = source;
  return [{ writeKeyId, messageId, field: part.field, reason: part.reason }];
}

const orderOf = ({ event, customerId }: OwnedEvent): OwnedOrder[] =>
  event.order === null ? [] : [{ order: event.order, customerId, atMs: event.atMs }];

/** An event, whose it is, and the identifier that said so. */
type Attributed = OwnedEvent & { lead: Remembered | undefined };

type Question = { named: readonly NamedEvent[]; now: Date; mayMerge: boolean };
type Attribution = { owned: readonly Attributed[]; parts: readonly PartProblem[] };

/** Whose each event is. Where somebody is strange, or identifiers disagree, people are settled first. */
async function attribute(
  bulk: Bulk,
  vault: Vault,
  { named, now, mayMerge }: Question,
): Promise<Attribution | "needs merging"> {
  const strange = named.filter(isStrange);
  const plain = named.filter((one) => !isStrange(one));
  const owners = await ownersOf(bulk.sql, [
    ...identifiersIn(plain, ({ decisive }) => decisive),
    ...identifiersIn(strange, ({ identifiers }) => identifiers),
  ]);
  const owned: Attributed[] = [];
  for (const one of plain) {
    const customerId = agreedOwner(one, owners);
    if (customerId === null) strange.push(one);
    else owned.push({ event: one.event, customerId, lead: one.decisive[0] });
  }
  if (strange.length === 0) return { owned, parts: [] };
  await completeOwners(bulk.sql, strange, owners);
  const settled = await settlePeople(bulk, vault, { events: strange, owners, now, mayMerge });
  if (settled === "needs merging") return settled;
  for (const one of owned) one.customerId = settled.moved.get(one.customerId) ?? one.customerId;
  for (const [i, { event, decisive }] of strange.entries())
    owned.push({ event, customerId: settled.customerIds[i] ?? 0, lead: decisive[0] });
  return { owned, parts: settled.parts };
}

/** Each identifier once. */
function identifiersIn(
  events: readonly NamedEvent[],
  pick: (event: NamedEvent) => readonly Remembered[],
): Remembered[] {
  const found = new Set<Remembered>();
  for (const event of events) for (const identifier of pick(event)) found.add(identifier);
  return [...found];
}

/** Asks for identifiers that seemed to be decided and are not. */
async function completeOwners(
  sql: Sql,
  events: readonly NamedEvent[],
  owners: Map<string, number>,
): Promise<void> {
  const missing = identifiersIn(events, ({ identifiers }) =>
    identifiers.filter(({ key, owned }) => owned && !owners.has(key)),
  );
  for (const [key, customerId] of await ownersOf(sql, missing)) owners.set(key, customerId);
}

/** Whose an event is where all that decides it belongs to one customer; null where that is not so, or not known. */
function agreedOwner({ decisive }: NamedEvent, owners: ReadonlyMap<string, number>): number | null {
  let agreed: number | null = null;
  for (const { key } of decisive) {
    const customerId = owners.get(key);
    if (customerId === undefined || (agreed !== null && customerId !== agreed)) return null;
    agreed = customerId;
  }
  const [lead] = decisive;
  if (lead?.kind === "user") for (const other of decisive) if (other !== lead) other.beside = lead;
  return agreed;
}

/** Customers of whom an event came that is earlier than what we remember, with its instant. */
function firstsOf(owned: readonly Attributed[]): ReadonlyMap<number, number> {
  const firsts = new Map<number, number>();
  for (const { event, customerId, lead } of owned) {
    if (lead !== undefined && event.atMs >= lead.seenMs) continue;
    if (event.atMs < (firsts.get(customerId) ?? Number.POSITIVE_INFINITY)) firsts.set(customerId, event.atMs);
  }
  return firsts;
}
