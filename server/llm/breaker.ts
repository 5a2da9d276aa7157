/** Failures in a row after which the endpoint is left alone. */
const THRESHOLD = 3;
const PAUSE_MS = 60_000;

/** Leaves an endpoint alone that keeps failing, or that asked to be: pieces are then written by rules at once. */
export class Breaker {
  readonly #now: () => number;
  #failures = 0;
  #until = 0;

  /** `now` in milliseconds, on any clock that only goes forward. */
  constructor(now: () => number) {
    this.#now = now;
  }

  isOpen(): boolean {
    return this.#now() < this.#until;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  /** `retryAfterMs`: the endpoint itself said how long. */
  failed(retryAfterMs: number | null): void {
    this.#failures++;
    const pauseMs = Math.max(retryAfterMs ?? 0, this.#failures >= THRESHOLD ? PAUSE_MS : 0);
    this.#until = Math.max(this.#until, this.#now() + pauseMs);
  }
}
