import { randomUUID } from "node:crypto";
import pg from "pg";
import { ChangeLedger } from "@/server/domain/change-ledger";
import { isLiveTopic, type LiveTopic } from "@/server/domain/live-topic";

/** That something changed, not what: whoever hears it asks anew. `id` is where to go on after an interruption. */
export type Change = { id: string; topics: readonly LiveTopic[] };

const CHANNEL = "touchline_changes";
const PULSE_MS = 3_000;
const RETRY_MS = 1_000;
const ANSWER_MS = 10_000;
const GATHER_MS = 200;
/** A page waits no longer than this to learn where the feed is. */
const POSITION_MS = 500;

/**
 * What changes in the database, told to whoever follows. One connection of the process listens, opened by the first
 * who asks or follows and kept for `lingerMs` after the last, so that whoever reconnects is told exactly what they missed. A lost
 * connection is opened again, and everybody is told that everything may have changed.
 */
export class Changes {
  readonly #config: pg.ClientConfig;
  readonly #lingerMs: number;
  readonly #ledger = new ChangeLedger(randomUUID());
  readonly #waiting = new Set<() => void>();
  #client: pg.Client | null = null;
  #isListening = false;
  #isPulsing = false;
  #isClosed = false;
  #followers = 0;
  #newestOutcome = "";
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(config: pg.ClientConfig, lingerMs = 60_000) {
    this.#config = { ...config, query_timeout: ANSWER_MS, application_name: "touchline changes" };
    this.#lingerMs = lingerMs;
  }

  /** How many follow at the moment. */
  get followers(): number {
    return this.#followers;
  }

  /** From here on nothing goes unheard, for as long as the connection is kept. Null where none can be opened soon. */
  async position(): Promise<string | null> {
    const patience = AbortSignal.timeout(POSITION_MS);
    this.#join();
    while (!this.#isListening && !this.#isClosed && !patience.aborted) await this.#next(patience);
    this.#leave();
    return this.#isListening ? this.#ledger.position() : null;
  }

  /** What may have changed since `position`, at once and then as it happens, until the signal. Null: everything. */
  async *follow(position: string | null, signal: AbortSignal): AsyncGenerator<Change> {
    let at = position;
    this.#join();
    try {
      while (!signal.aborted && !this.#isClosed) {
        const topics = this.#isListening ? this.#ledger.since(at) : [];
        if (topics.length === 0) {
          await this.#next(signal);
          continue;
        }
        at = this.#ledger.position();
        yield { id: at, topics };
        await pause(GATHER_MS, signal); // a burst is told as one change
      }
    } finally {
      this.#leave();
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    await this.#drop();
    this.#wake();
  }

  #join(): void {
    this.#followers++;
    if (this.#followers > 1) return;
    clearTimeout(this.#timer);
    void this.#pulse();
  }

  #leave(): void {
    this.#followers--;
    if (this.#followers > 0 || this.#isClosed) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#drop(), this.#lingerMs);
    this.#timer.unref();
  }

  /** Keeps the connection alive while somebody follows, and sees new outcomes: they come by the thousand, and are not announced one by one. */
  async #pulse(): Promise<void> {
    if (this.#isPulsing) return;
    this.#isPulsing = true;
    try {
      const client = this.#client;
      if (client === null) await this.#listen();
      else await this.#lookForOutcomes(client);
    } catch {
      await this.#drop(); // the next pulse opens another
    }
    this.#isPulsing = false;
    if (this.#isClosed || this.#followers === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#pulse(), this.#isListening ? PULSE_MS : RETRY_MS);
    this.#timer.unref();
  }

  async #listen(): Promise<void> {
    const fresh = new pg.Client(this.#config);
    this.#client = fresh;
    const onLost = () => void (fresh === this.#client && this.#drop());
    fresh.on("error", onLost);
    fresh.on("end", onLost);
    fresh.on("notification", ({ payload = "" }) => isLiveTopic(payload) && this.#note(payload));
    await fresh.connect();
    await fresh.query(`LISTEN ${CHANNEL}`);
    this.#newestOutcome = await newestOutcome(fresh);
    if (fresh !== this.#client) return;
    this.#ledger.restart(randomUUID());
    this.#isListening = true;
    this.#wake();
  }

  async #lookForOutcomes(client: pg.Client): Promise<void> {
    const newest = await newestOutcome(client);
    if (newest === this.#newestOutcome) return;
    this.#newestOutcome = newest;
    this.#note("outcome");
  }

  #note(topic: LiveTopic): void {
    this.#ledger.note(topic);
    this.#wake();
  }

  async #drop(): Promise<void> {
    const lost = this.#client;
    this.#client = null;
    this.#isListening = false;
    await lost?.end().catch(() => undefined); // it may be gone already
  }

  #wake(): void {
    for (const go of [...this.#waiting]) go();
  }

  /** Until something happens, or the follower leaves. */
  #next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const go = () => {
        this.#waiting.delete(go);
        signal.removeEventListener("abort", go);
        resolve();
      };
      this.#waiting.add(go);
      signal.addEventListener("abort", go);
    });
  }
}

async function newestOutcome(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ id: string | null }>("SELECT max(id)::text AS id FROM outcomes");
  return rows[0]?.id ?? "";
}

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });
