import { randomUUID } from "node:crypto";
import { SECOND_MS } from "@/server/domain/time";
import { TokenBuckets } from "@/server/domain/token-buckets";
import type { Call } from "@/server/domain/tracking/tracked-event";
import type { Platform } from "@/server/platform";
import { readPhone } from "@/server/store/intake-phone";
import { settingInForce } from "@/server/store/settings";
import { EventGatherer, type GathererLimits } from "./event-gatherer";
import {
  type BatchRejection,
  type BodyTraits,
  type ReadDelivery,
  type Receiver,
  readBatch,
  readSingle,
  rejectionOf,
} from "./read-delivery";
import { EventRecorder } from "./record-events";
import { StrangerGate } from "./stranger-gate";
import { WriteKeyGate } from "./write-key-gate";

/** A source that was quiet may send what the limit lets through in so many seconds at once. */
const BURST_SECONDS = 10;
/** How long the company's currency is remembered. */
const CURRENCY_MS = 10 * SECOND_MS;

/** `eventsPerSecond`: what one write key may send; 0: no limit. `trustedProxies`: how many of ours stand in front of us. */
type TrackerLimits = GathererLimits & { eventsPerSecond: number; trustedProxies: number };
type Seen = Pick<Platform, "database" | "vault" | "clock">;

/** What a source is told of a call: that it is durable, or which field keeps it from being taken. */
export type CallAnswer =
  | { taken: true; duplicates: number }
  | { taken: false; field: string; reason: string };
/** Of a batch: what was stored, and what was rejected and why. */
export type BatchAnswer =
  | { taken: true; accepted: number; duplicates: number; rejected: readonly BatchRejection[] }
  | { taken: false; field: string; reason: string };

/** The way in for events: one per process. */
export class Tracker {
  readonly #platform: Seen;
  readonly #gate: WriteKeyGate;
  readonly #recorder: EventRecorder;
  readonly #gatherer: EventGatherer;
  readonly #sources: TokenBuckets<number>;
  /** Who calls without a key that was met before. */
  readonly strangers: StrangerGate;
  #currency = { code: "", untilMs: 0 };

  constructor(
    platform: Seen,
    { eventsPerSecond = 0, trustedProxies = 0, ...limits }: Partial<TrackerLimits> = {},
  ) {
    this.#platform = platform;
    this.#gate = new WriteKeyGate({ sql: platform.database.sql, clock: platform.clock });
    this.#recorder = new EventRecorder(platform);
    this.#gatherer = new EventGatherer((batch) => this.#recorder.record(batch), platform.clock, limits);
    this.#sources = new TokenBuckets({
      perSecond: eventsPerSecond,
      burst: eventsPerSecond * BURST_SECONDS,
    });
    this.strangers = new StrangerGate(platform.clock, trustedProxies);
  }

  /** Whether a request would be refused for what waits already: it is told so before its body is read. */
  get isFull(): boolean {
    return this.#gatherer.isFull;
  }

  /** Whether a key was in force when it was last looked at. */
  hasMet(key: string): boolean {
    return this.#gate.hasMet(key);
  }

  /** The number of a write key in force; null for any other. */
  authenticate(key: string): Promise<number | null> {
    return this.#gate.check(key);
  }

  /** Counts events against what a source may send. 0: go on; else the seconds after which to try again. */
  secondsToWait(sourceId: number, events: number): number {
    return this.#sources.take(sourceId, events, this.#platform.clock.now().getTime());
  }

  /** Takes the event of a call such as /v1/track. A bad one is kept in the list of rejections too. */
  async take(body: unknown, call: Call, sourceId: number, traits: BodyTraits): Promise<CallAnswer> {
    const read = readSingle(body, call, await this.#receiver(sourceId), traits);
    if (!read.ok) {
      const { field, reason } = read;
      const rejection = rejectionOf({ messageId: null, type: call, field, reason }, sourceId);
      await this.#gatherer.add({ events: [], rejections: [rejection] });
      return { taken: false, field, reason };
    }
    const { duplicates, problems } = await this.#store(read.value);
    const [problem] = problems;
    if (problem === undefined) return { taken: true, duplicates };
    return { taken: false, field: problem.field, reason: problem.reason };
  }

  /** Takes a batch: what is wrong with one event is no business of the others. */
  async takeBatch(body: unknown, sourceId: number, traits: BodyTraits): Promise<BatchAnswer> {
    const read = readBatch(body, await this.#receiver(sourceId), traits);
    if (!read.ok) {
      const { field, reason } = read;
      const rejection = rejectionOf({ messageId: null, type: null, field, reason }, sourceId);
      await this.#gatherer.add({ events: [], rejections: [rejection] });
      return { taken: false, field, reason };
    }
    const { events, rejected } = read.value;
    const { duplicates, problems } = await this.#store(read.value);
    const accepted = events.length - duplicates - problems.length;
    return { taken: true, accepted, duplicates, rejected: [...rejected, ...problems] };
  }

  /** Resolves when everything is durable. `problems` are events that the database would not take. */
  async #store({
    events,
    rejections,
  }: ReadDelivery): Promise<{ duplicates: number; problems: BatchRejection[] }> {
    const receivedMs = this.#platform.clock.now().getTime();
    const ready = events.map((one) => this.#recorder.ready(one, receivedMs));
    const { duplicates, failed } = await this.#gatherer.add({ events: ready, rejections });
    if (failed.size === 0) return { duplicates, problems: [] };
    const problems = ready.flatMap((one) => {
      const problem = failed.get(one);
      return problem === undefined ? [] : [{ index: one.index, messageId: one.messageId, ...problem }];
    });
    return { duplicates, problems };
  }

  async #receiver(sourceId: number): Promise<Receiver> {
    const receivedMs = this.#platform.clock.now().getTime();
    if (receivedMs >= this.#currency.untilMs) {
      const { body } = await settingInForce(this.#platform.database.sql, "company");
      this.#currency = { code: body.currency, untilMs: receivedMs + CURRENCY_MS };
    }
    return { sourceId, receivedMs, companyCurrency: this.#currency.code, readPhone, newId: randomUUID };
  }
}
