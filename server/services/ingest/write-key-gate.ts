import { createHash } from "node:crypto";
import type { Clock } from "@/server/domain/clock";
import { MINUTE_MS, SECOND_MS } from "@/server/domain/time";
import type { Sql } from "@/server/store/database";
import { findWriteKey, noteWriteKeyUse } from "@/server/store/write-keys";

/** A revoked key is refused after this at the latest. */
const TRUSTED_MS = 2 * SECOND_MS;
/** Keys that are none, remembered at once. Those in force are as many as were made. */
const MAX_UNKNOWN = 1000;
const MAX_LENGTH = 200;

type Answer = { id: Promise<number | null>; untilMs: number };

/** Says whose write key a request carries. Each answer is remembered for two seconds, with what the database said. */
export class WriteKeyGate {
  readonly #sql: Sql;
  readonly #clock: Clock;
  /** apart, so that a flood of invented keys makes us forget no real one */
  readonly #met = new Map<string, Answer>();
  #unknown = new Map<string, Answer>();
  readonly #usedMs = new Map<number, number>();

  constructor({ sql, clock }: { sql: Sql; clock: Clock }) {
    this.#sql = sql;
    this.#clock = clock;
  }

  /** Whether a key was in force when it was last looked at. */
  hasMet(key: string): boolean {
    return this.#met.has(key);
  }

  /** The number of a key in force; null for one that is unknown or revoked. Throws where the database cannot be asked. */
  async check(key: string): Promise<number | null> {
    if (key === "" || key.length > MAX_LENGTH) return null;
    const nowMs = this.#clock.now().getTime();
    const remembered = this.#met.get(key) ?? this.#unknown.get(key);
    if (remembered !== undefined && remembered.untilMs > nowMs) return remembered.id;
    if (this.#unknown.size >= MAX_UNKNOWN) this.#unknown = new Map();
    const answer = { id: this.#ask(key), untilMs: nowMs + TRUSTED_MS };
    (this.#met.has(key) ? this.#met : this.#unknown).set(key, answer);
    try {
      const id = await answer.id;
      this.#file(key, answer, id !== null);
      return id;
    } catch (error) {
      // no answer was given: whoever comes next asks again
      answer.untilMs = 0;
      throw error;
    }
  }

  #file(key: string, answer: Answer, isInForce: boolean): void {
    const [to, from] = isInForce ? [this.#met, this.#unknown] : [this.#unknown, this.#met];
    to.set(key, answer);
    from.delete(key);
  }

  async #ask(key: string): Promise<number | null> {
    const id = await findWriteKey(this.#sql, hashOf(key));
    if (id !== null) await this.#noteUse(id);
    return id;
  }

  /** Once a minute is enough to see whether a key is still used. */
  async #noteUse(id: number): Promise<void> {
    const now = this.#clock.now();
    if (now.getTime() - (this.#usedMs.get(id) ?? 0) < MINUTE_MS) return;
    this.#usedMs.set(id, now.getTime());
    await noteWriteKeyUse(this.#sql, id, now);
  }
}

/** What is stored of a write key. It is random, so that a plain hash does. */
export const hashOf = (key: string): Buffer => createHash("sha256").update(key).digest();
