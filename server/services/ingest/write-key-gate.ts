import { createHash } from "node:crypto";
import type { Clock } from "@/server/domain/clock";
import { MINUTE_MS, SECOND_MS } from "@/server/domain/time";
import type { Sql } from "@/server/store/database";
import { findWriteKey, noteWriteKeyUse } from "@/server/store/write-keys";

/** A revoked key is refused after this at the latest. */
const TRUSTED_MS = 2 * SECOND_MS;
const MAX_KNOWN = 1000;
const MAX_LENGTH = 200;

type Known = { id: Promise<number | null>; untilMs: number };

/** Says whose write key a request carries. Each answer is remembered for two seconds, with what the database said. */
export class WriteKeyGate {
  readonly #sql: Sql;
  readonly #clock: Clock;
  #known = new Map<string, Known>();
  readonly #usedMs = new Map<number, number>();

  constructor({ sql, clock }: { sql: Sql; clock: Clock }) {
    this.#sql = sql;
    this.#clock = clock;
  }

  /** The number of a key in force; null for one that is unknown or revoked. Throws where the database cannot be asked. */
  async check(key: string): Promise<number | null> {
    if (key === "" || key.length > MAX_LENGTH) return null;
    const nowMs = this.#clock.now().getTime();
    const known = this.#known.get(key);
    if (known !== undefined && known.untilMs > nowMs) return known.id;
    if (this.#known.size >= MAX_KNOWN) this.#known = new Map();
    const id = this.#ask(key);
    this.#known.set(key, { id, untilMs: nowMs + TRUSTED_MS });
    try {
      return await id;
    } catch (error) {
      this.#known.delete(key);
      throw error;
    }
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
