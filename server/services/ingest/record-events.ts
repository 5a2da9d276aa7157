import { DAY_MS } from "@/server/domain/time";
import { ORDER_COMPLETED } from "@/server/domain/tracking/read-order";
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
import { type KnownOwner, ownersOf, seenEarlier } from "@/server/store/events-owners.sql";
import type { Vault } from "@/server/store/vault";
import { Identifiers, isStrange, type NamedEvent, namedEvent } from "./naming-of";
import { type PartProblem, planFor, settlePeople, unique } from "./settle-people";

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

/** Times that people may turn out to be others between being settled and being written about. */
const MAX_ROUNDS = 5;

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
    const strange = named.filter(isStrange);
    const parts = strange.length === 0 ? [] : await this.#settle(strange, receivedAt);
    const all = [...rejections, ...parts.flatMap((part) => rejectionOf(part, sources))];
    for (let round = 1; round <= MAX_ROUNDS; round++) {
      const written = await bulkRetrying(this.#database, (bulk) => write(bulk, named, all, receivedAt));
      if (written.unsettled.length === 0) return written.known;
      await this.#settle(written.unsettled, receivedAt);
    }
    throw new Error(`people kept changing for ${MAX_ROUNDS} rounds`);
  }

  #settle(events: readonly NamedEvent[], now: Date): Promise<PartProblem[]> {
    return settlePeople({ database: this.#database, vault: this.#vault }, events, now);
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

function rejectionOf(part: PartProblem, sources: ReadonlyMap<string, SourcedEvent>): SourcedRejection[] {
  const source = sources.get(part.event.key);
  if (source === undefined) return [];
  const { writeKeyId, messageId } = source;
  return [{ writeKeyId, messageId, field: part.field, reason: part.reason }];
}

type Written = { known: ReadonlySet<string>; unsettled: readonly NamedEvent[] };

/** One transaction. Where it is not clear whose an event is, nothing is written and those events are answered. */
async function write(
  bulk: Bulk,
  named: readonly NamedEvent[],
  rejections: readonly SourcedRejection[],
  receivedAt: Date,
): Promise<Written> {
  await holdIdentities(bulk.sql, "shared");
  const { owned, firsts, unsettled } = await attribute(bulk, named);
  if (unsettled.length > 0) return { known: new Set(), unsettled };
  const known = await claimKeys(
    bulk.sql,
    owned.map(({ event }) => event.key),
    receivedAt,
  );
  const rows = known.size === 0 ? owned : owned.filter(({ event }) => !known.has(event.key));
  await seenEarlier(bulk.sql, firsts);
  await writeTrackedOrders(bulk.sql, rows.flatMap(orderOf));
  await insertRejections(bulk.sql, rejections, receivedAt);
  await copyEvents(
    bulk,
    rows.filter(({ event }) => event.name !== ORDER_COMPLETED || event.order === null),
    receivedAt,
  );
  return { known, unsettled };
}

const orderOf = ({ event, customerId }: OwnedEvent): OwnedOrder[] =>
  event.order === null ? [] : [{ order: event.order, customerId, atMs: event.atMs }];

type Attribution = {
  owned: OwnedEvent[];
  /** customers of whom an earlier event came than we knew of */
  firsts: ReadonlyMap<number, number>;
  unsettled: readonly NamedEvent[];
};

async function attribute({ sql }: Bulk, named: readonly NamedEvent[]): Promise<Attribution> {
  const owners = await ownersOf(
    sql,
    unique(named, ({ decisive }) => decisive),
  );
  const owned: OwnedEvent[] = [];
  const doubtful: NamedEvent[] = [];
  const firsts = new Map<number, number>();
  for (const one of named) {
    const owner = agreedOwner(one, owners);
    if (owner === null) doubtful.push(one);
    else {
      owned.push({ event: one.event, customerId: owner.customerId });
      noteFirst(firsts, owner, one.event.atMs);
    }
  }
  const judged = doubtful.length === 0 ? [] : await judge(sql, doubtful);
  if (judged === null) return { owned, firsts, unsettled: doubtful };
  return { owned: [...owned, ...judged], firsts, unsettled: [] };
}

function noteFirst(firsts: Map<number, number>, { customerId, createdMs }: KnownOwner, atMs: number): void {
  if (atMs < (firsts.get(customerId) ?? createdMs)) firsts.set(customerId, atMs);
}

/** Whose events are that name several customers, such as people who share a device; null where somebody has to be made or merged first. */
async function judge(sql: Sql, doubtful: readonly NamedEvent[]): Promise<OwnedEvent[] | null> {
  const { customers, owners, claims } = await planFor(sql, doubtful);
  if (claims.length > 0 || customers.some((one) => one.merged.length > 0)) return null;
  const owned: OwnedEvent[] = [];
  for (const [i, { event }] of doubtful.entries()) {
    const customerId = customers[owners[i] ?? -1]?.customerId ?? null;
    if (customerId === null) return null;
    owned.push({ event, customerId });
  }
  return owned;
}

/** Whose an event is where all that it names belongs to one customer; null where that is not so, or not known. */
function agreedOwner({ decisive }: NamedEvent, owners: ReadonlyMap<string, KnownOwner>): KnownOwner | null {
  let agreed: KnownOwner | null = null;
  for (const { key } of decisive) {
    const owner = owners.get(key);
    if (owner === undefined || (agreed !== null && owner.customerId !== agreed.customerId)) return null;
    agreed = owner;
  }
  const [lead] = decisive;
  if (lead?.kind === "user") for (const other of decisive) if (other !== lead) other.beside = lead;
  return agreed;
}
