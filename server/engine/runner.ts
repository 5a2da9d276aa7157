import { setMaxListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type EngineContext, PASS_SIZE, type Work } from "./context";
import { fireCrons } from "./crons";
import { isTransient } from "./database";
import { dispatchEvents } from "./dispatch";
import { execute } from "./execute";
import { fireGathered } from "./gather";
import { type Call, claim, InFlight, reclaim, releaseOwn } from "./queue";
import { retryLetters } from "./retry-letters";
import { sweep } from "./sweep";
import { fireTimers } from "./timers";

const ALL: readonly Work[] = ["events", "timers", "calls"];
const SWEEP_EVERY_MS = 3_600_000;
const RECLAIM_EVERY_MS = 30_000;
const AFTER_FAILURE_MS = 250;
const GRACE_MS = 5000;

type Options = { pollMs: number; parallel: number; retentionDays: number; isAllowed: () => boolean };

/** Looks for work when it is woken, or from time to time, and keeps up to `parallel` calls under way. */
export class Runner {
  readonly inFlight = new InFlight();
  readonly #engine: EngineContext;
  readonly #options: Options;
  readonly #calls = new Set<Promise<void>>();
  readonly #abort = new AbortController();
  #wanted = new Set<Work>();
  #pumping = false;
  #stopped = true;
  #turn: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #sweptAt = 0;
  #reclaimedAt = 0;
  #launched = 0;

  constructor(engine: EngineContext, options: Options) {
    this.#engine = engine;
    this.#options = options;
    setMaxListeners(0, this.#abort.signal); // one for each call under way
  }

  start(): void {
    this.#stopped = false;
    this.wake(...ALL);
    if (this.#options.pollMs > 0) this.#timer = setInterval(() => this.wake(...ALL), this.#options.pollMs);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearInterval(this.#timer);
    await this.#turn.catch(() => undefined);
    const graceful = new AbortController();
    await Promise.race([
      Promise.all(this.#calls),
      sleep(GRACE_MS, undefined, { signal: graceful.signal }),
    ]).catch(() => undefined);
    graceful.abort();
    this.#abort.abort();
    await Promise.all(this.#calls);
    // Should the database be away, the next engine frees them.
    await releaseOwn(this.#engine).catch(() => undefined);
  }

  wake(...work: readonly Work[]): void {
    for (const kind of work) this.#wanted.add(kind);
    if (!this.#pumping && !this.#stopped) void this.#pump();
  }

  async tick(): Promise<number> {
    const { done, calls } = await this.#exclusively(() => this.#pass(new Set(ALL)));
    await Promise.all(calls);
    return done;
  }

  /** Quiet is when a pass finds nothing although no call was under way since before it began. */
  async idle(): Promise<void> {
    for (let quiet = false; !quiet; ) {
      await Promise.all(this.#calls);
      const launched = this.#launched;
      const wasEmpty = this.#calls.size === 0;
      const done = await this.tick();
      quiet = wasEmpty && done === 0 && launched === this.#launched;
    }
  }

  /** One pass after the other while there is something to look for. */
  async #pump(): Promise<void> {
    this.#pumping = true;
    try {
      while (this.#wanted.size > 0 && !this.#stopped) {
        const wanted = this.#wanted;
        this.#wanted = new Set();
        await this.#exclusively(() => this.#pass(wanted)).catch((error: unknown) =>
          this.#recover(wanted, error),
        );
      }
    } finally {
      this.#pumping = false;
    }
  }

  async #recover(wanted: ReadonlySet<Work>, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    if (!isTransient(error)) this.#engine.log.error({ reason }, "a pass of the engine failed");
    for (const kind of wanted) this.#wanted.add(kind);
    // A lease may have been committed though its answer was lost: nothing is under way for it.
    this.#reclaimedAt = 0;
    await sleep(AFTER_FAILURE_MS);
  }

  #exclusively<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work, work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #pass(wanted: ReadonlySet<Work>): Promise<{ done: number; calls: Promise<void>[] }> {
    if (this.#stopped || !this.#options.isAllowed()) return { done: 0, calls: [] };
    const timers = wanted.has("timers") ? await this.#fireTimers() : 0;
    const events = wanted.has("events") ? await dispatchEvents(this.#engine) : 0;
    if (timers >= PASS_SIZE) this.#wanted.add("timers");
    if (events >= PASS_SIZE) this.#wanted.add("events");
    const room = this.#options.parallel - this.inFlight.size;
    const claimed = await claim(this.#engine, this.inFlight, room);
    return { done: timers + events + claimed.length, calls: claimed.map((call) => this.#launch(call)) };
  }

  async #fireTimers(): Promise<number> {
    const engine = this.#engine;
    const now = engine.clock.now().getTime();
    if (Math.abs(now - this.#sweptAt) >= SWEEP_EVERY_MS) {
      this.#sweptAt = now;
      await sweep(engine, this.#options.retentionDays);
    }
    if (Math.abs(now - this.#reclaimedAt) >= RECLAIM_EVERY_MS) {
      this.#reclaimedAt = now;
      await reclaim(engine, this.inFlight);
    }
    const fired = (await fireTimers(engine)) + (await fireGathered(engine)) + (await fireCrons(engine));
    return fired + (await retryLetters(engine));
  }

  #launch(call: Call): Promise<void> {
    this.#launched++;
    const running = execute(this.#engine, call, this.#abort.signal)
      .catch((error: unknown) => {
        this.#engine.log.error(
          { run: call.runId, reason: String(error) },
          "a call was lost; it will be made again",
        );
      })
      .finally(() => {
        this.inFlight.remove(call.id);
        this.#calls.delete(running);
        this.wake("calls");
      });
    this.#calls.add(running);
    return running;
  }
}
