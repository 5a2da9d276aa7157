import type { Clock } from "@/server/domain/clock";
import type { EventProblem } from "@/server/domain/tracking/tracked-event";
import { log } from "@/server/log";
import { isOutage } from "@/server/store/outage";
import type { EventBatch, ReadyEvent, SourcedRejection } from "./record-events";

/** What one request brought. */
export type Delivery = { events: readonly ReadyEvent[]; rejections: readonly SourcedRejection[] };

/** What became of it, once that is durable. `failed` are events that the database would not take. */
export type Receipt = { duplicates: number; failed: ReadonlyMap<ReadyEvent, EventProblem> };

/** More is waiting than can be stored soon. */
export class TooBusy extends Error {}

export type GathererLimits = {
  /** how long the first event waits for others, milliseconds */
  gatherMs: number;
  /** events that wait, beyond which new ones are refused */
  maxWaiting: number;
  /** events in one transaction, give or take a request */
  maxTogether: number;
  /** transactions at a time */
  lanes: number;
};

const LIMITS: GathererLimits = { gatherMs: 3, maxWaiting: 20_000, maxTogether: 2000, lanes: 2 };

type Waiting = { delivery: Delivery; resolve: (receipt: Receipt) => void; reject: (error: unknown) => void };
type Record = (batch: EventBatch) => Promise<ReadonlySet<string>>;

/** Gathers what concurrent requests bring for some milliseconds and stores it in one transaction. */
export class EventGatherer {
  readonly #record: Record;
  readonly #clock: Clock;
  readonly #limits: GathererLimits;
  #waiting: Waiting[] = [];
  #waitingEvents = 0;
  #busyLanes = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(record: Record, clock: Clock, limits: Partial<GathererLimits> = {}) {
    this.#record = record;
    this.#clock = clock;
    this.#limits = { ...LIMITS, ...limits };
  }

  get isFull(): boolean {
    return this.#waitingEvents >= this.#limits.maxWaiting;
  }

  /** Resolves when what came is durable. Throws TooBusy where too much waits already, and whatever an outage throws. */
  add(delivery: Delivery): Promise<Receipt> {
    if (this.isFull) throw new TooBusy("too many events are waiting");
    return new Promise((resolve, reject) => {
      this.#waiting.push({ delivery, resolve, reject });
      this.#waitingEvents += weightOf(delivery);
      this.#schedule();
    });
  }

  #schedule(): void {
    if (this.#busyLanes >= this.#limits.lanes || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#work();
    }, this.#limits.gatherMs);
  }

  async #work(): Promise<void> {
    this.#busyLanes++;
    while (this.#waiting.length > 0) await this.#store(this.#take());
    this.#busyLanes--;
  }

  /** The oldest requests, as many as go together. */
  #take(): Waiting[] {
    let events = 0;
    let count = 0;
    for (const { delivery } of this.#waiting) {
      if (count > 0 && events + weightOf(delivery) > this.#limits.maxTogether) break;
      events += weightOf(delivery);
      count++;
    }
    this.#waitingEvents -= events;
    return this.#waiting.splice(0, count);
  }

  async #store(together: readonly Waiting[]): Promise<void> {
    try {
      const events = together.flatMap(({ delivery }) => delivery.events);
      const rejections = together.flatMap(({ delivery }) => delivery.rejections);
      const failed = new Map<ReadyEvent, EventProblem>();
      const known = await this.#recordWithoutPoison(
        { events, rejections, receivedAt: this.#clock.now() },
        failed,
      );
      const seen = new Set<string>();
      for (const { delivery, resolve } of together)
        resolve({ duplicates: duplicatesIn(delivery, known, seen, failed), failed });
    } catch (error) {
      for (const { reject } of together) reject(error);
    }
  }

  /** An event that the database will not take must not keep the others out: the batch is halved until it stands alone. */
  async #recordWithoutPoison(
    batch: EventBatch,
    failed: Map<ReadyEvent, EventProblem>,
  ): Promise<ReadonlySet<string>> {
    const { events, receivedAt } = batch;
    try {
      return await this.#record(batch);
    } catch (error) {
      const [first] = events;
      if (isOutage(error) || first === undefined) throw error;
      if (events.length === 1) {
        log.error({ err: error }, "an event could not be stored");
        const problem = { field: "event", reason: "could not be stored" };
        failed.set(first, problem);
        const { writeKeyId, messageId } = first;
        const rejections = [
          ...batch.rejections,
          { writeKeyId, messageId, type: first.event.type, ...problem },
        ];
        return this.#record({ events: [], rejections, receivedAt });
      }
      const middle = events.length >> 1;
      const one = await this.#recordWithoutPoison({ ...batch, events: events.slice(0, middle) }, failed);
      const rest = { events: events.slice(middle), rejections: [], receivedAt };
      return new Set([...one, ...(await this.#recordWithoutPoison(rest, failed))]);
    }
  }
}

/** What is rejected is stored too. */
const weightOf = ({ events, rejections }: Delivery): number => events.length + rejections.length;

function duplicatesIn(
  { events }: Delivery,
  known: ReadonlySet<string>,
  seen: Set<string>,
  failed: ReadonlyMap<ReadyEvent, EventProblem>,
): number {
  let duplicates = 0;
  for (const one of events) {
    if (failed.has(one)) continue;
    const { key } = one.event;
    if (known.has(key) || seen.has(key)) duplicates++;
    seen.add(key);
  }
  return duplicates;
}
