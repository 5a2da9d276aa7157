import { SECOND_MS } from "./time";

/** `perSecond` 0: no limit. `burst`: how much may come at once after a quiet time. */
export type BucketLimit = { perSecond: number; burst: number };
type Bucket = { tokens: number; atMs: number };

/** Enough for the sources or visitors of a busy minute; beyond, those who were seen first are forgotten. */
const MOST = 10_000;

/** How much each of many may do: a token bucket for each key, in memory. Who takes more than is there waits until the debt is paid. */
export class TokenBuckets<Key extends string | number> {
  readonly #limit: BucketLimit;
  readonly #buckets = new Map<Key, Bucket>();

  constructor(limit: BucketLimit) {
    this.#limit = limit;
  }

  /** Takes `cost` of a key's tokens. 0: go on; else the seconds after which to try again, and nothing was taken. */
  take(key: Key, cost: number, nowMs: number): number {
    const { perSecond } = this.#limit;
    if (perSecond <= 0) return 0;
    const tokens = this.#tokensOf(key, nowMs);
    if (tokens <= 0) return Math.max(1, Math.ceil((1 - tokens) / perSecond));
    if (!this.#buckets.has(key) && this.#buckets.size >= MOST) this.#forget(nowMs);
    this.#buckets.set(key, { tokens: tokens - cost, atMs: nowMs });
    return 0;
  }

  /** Gives back what was taken for something that turned out not to count. */
  giveBack(key: Key, cost: number, nowMs: number): void {
    if (!this.#buckets.has(key)) return;
    const tokens = Math.min(this.#limit.burst, this.#tokensOf(key, nowMs) + cost);
    this.#buckets.set(key, { tokens, atMs: nowMs });
  }

  #tokensOf(key: Key, nowMs: number): number {
    const { perSecond, burst } = this.#limit;
    const known = this.#buckets.get(key);
    if (known === undefined) return burst;
    return Math.min(burst, known.tokens + (Math.max(0, nowMs - known.atMs) / SECOND_MS) * perSecond);
  }

  /** Who has a full bucket again needs none. Half goes at least, so that a flood of keys does not have all looked at for each. */
  #forget(nowMs: number): void {
    for (const key of this.#buckets.keys())
      if (this.#tokensOf(key, nowMs) >= this.#limit.burst) this.#buckets.delete(key);
    for (const key of this.#buckets.keys()) {
      if (this.#buckets.size <= MOST / 2) return;
      this.#buckets.delete(key);
    }
  }
}
