import { DAY_MS } from "@/server/domain/time";
import type { TrackedEvent } from "@/server/domain/tracking/tracked-event";
import { holdIdentities } from "@/server/store/customers.sql";
import { bulkRetrying } from "@/server/store/customers-race";
import type { Bulk, Database, Sql } from "@/server/store/database";
import {
  claimKeys,
  copyEvents,
  type EventLine,
  ensureMonths,
  eventLine,
  insertRejections,
  type Rejection,
} from "@/server/store/events.sql";
import { type OwnedOrder, writeTrackedOrders } from "@/server/store/events-orders.sql";
import { movedCustomers } from "@/server/store/events-owners.sql";
import type { Vault } from "@/server/store/vault";
import { Identifiers, identifiersOf, type NamedEvent } from "./naming-of";
import { PeopleDesk } from "./people-desk";
import type { PartProblem } from "./settle-people";

/** An event and where it came from: `index` is its place in the batch. */
export type SourcedEvent = {
  event: TrackedEvent;
  writeKeyId: number;
  messageId: string | null;
  index: number;
};
export type SourcedRejection = Rejection & { writeKeyId: number };

/** An event with all that can be made ready before its turn comes: who it names, and how its row is written. */
export type ReadyEvent = SourcedEvent & NamedEvent & { line: EventLine };

export type EventBatch = {
  events: readonly ReadyEvent[];
  rejections: readonly SourcedRejection[];
  receivedAt: Date;
};

type Owned = { one: ReadyEvent; customerId: number };

/** Stores batches of events: each in one transaction, or not at all. */
export class EventRecorder {
  readonly #database: Database;
  readonly #identifiers: Identifiers;
  readonly #people: PeopleDesk;
  /** days since 1970 whose month has a partition */
  #days = new Set<number>();

  constructor({ database, vault }: { database: Database; vault: Vault }) {
    this.#database = database;
    this.#identifiers = new Identifiers(vault);
    this.#people = new PeopleDesk({ database, vault });
  }

  /** Does what does not need the database: while others wait for it, this costs nothing. */
  ready(sourced: SourcedEvent, receivedMs: number): ReadyEvent {
    const { event, writeKeyId, messageId, index } = sourced;
    const identifiers = identifiersOf(event, this.#identifiers);
    return { event, writeKeyId, messageId, index, identifiers, line: eventLine(event, receivedMs) };
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
    const once = sources.size === events.length ? events : [...sources.values()];
    await this.#haveMonths(once);
    const { owned, parts } = await this.#people.attribute(once, receivedAt);
    const all = [...rejections, ...parts.flatMap((part) => rejectionOf(part, sources))];
    return bulkRetrying(this.#database, (bulk) => write(bulk, owned, all, receivedAt));
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

/** One transaction. Answers the keys of the events that were in already. */
async function write(
  bulk: Bulk,
  attributed: readonly Owned[],
  rejections: readonly SourcedRejection[],
  receivedAt: Date,
): Promise<ReadonlySet<string>> {
  const { sql } = bulk;
  await holdIdentities(sql, "shared");
  const owned = await followed(sql, attributed);
  const keys = owned.map(({ one }) => one.event.key);
  const known = await claimKeys(sql, keys, receivedAt);
  const fresh = known.size === 0 ? owned : owned.filter(({ one }) => !known.has(one.event.key));
  await writeTrackedOrders(sql, fresh.flatMap(orderOf));
  await insertRejections(sql, rejections, receivedAt);
  await copyEvents(
    bulk,
    fresh.flatMap(({ one, customerId }) =>
      one.event.order === null ? [{ line: one.line, customerId }] : [],
    ),
  );
  return known;
}

/** Another process may have found two customers to be one since ours were attributed. */
async function followed(sql: Sql, owned: readonly Owned[]): Promise<readonly Owned[]> {
  const moved = await movedCustomers(sql, [...new Set(owned.map(({ customerId }) => customerId))]);
  if (moved.size === 0) return owned;
  return owned.map(({ one, customerId }) => ({ one, customerId: moved.get(customerId) ?? customerId }));
}

function rejectionOf(part: PartProblem, sources: ReadonlyMap<string, SourcedEvent>): SourcedRejection[] {
  const source = sources.get(part.event.key);
  if (source === undefined) return [];
  const { writeKeyId, messageId } = source;
  return [{ writeKeyId, messageId, type: part.event.type, field: part.field, reason: part.reason }];
}

const orderOf = ({ one: { event }, customerId }: Owned): OwnedOrder[] =>
  event.order === null ? [] : [{ order: event.order, customerId, atMs: event.atMs }];
