import { MINUTE_MS } from "@/server/domain/time";

/** How long to leave a provider alone that did not answer: longer each time, a quarter of an hour at most. */
const PAUSES_MS = [1, 2, 4, 8, 15].map((minutes) => minutes * MINUTE_MS);

/**
 * Remembers whether a provider answers. Each message that it swallows without an answer becomes uncertain and needs a
 * person, so a provider that answers nothing must not be given more than a batch at a time.
 */
export class Circuit {
  readonly #now: () => number;
  #silences = 0;
  #until = 0;

  /** `now` in milliseconds, on any clock that only goes forward. */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** After a batch: whether the provider answered any of it, with yes or with no. */
  note(answered: boolean): void {
    if (answered) {
      this.#silences = 0;
      this.#until = 0;
      return;
    }
    const pause = PAUSES_MS[Math.min(this.#silences, PAUSES_MS.length - 1)] ?? MINUTE_MS;
    this.#silences++;
    this.#until = this.#now() + pause;
  }

  pausedMs(): number {
    return Math.max(0, this.#until - this.#now());
  }
}
