import type { Clock } from "@/server/domain/clock";

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock that stands still until it is wound: for tests and for replaying history. */
export class ManualClock implements Clock {
  #ms: number;

  constructor(start: Date) {
    this.#ms = start.getTime();
  }

  now(): Date {
    return new Date(this.#ms);
  }

  set(at: Date): void {
    this.#ms = at.getTime();
  }

  advance(ms: number): void {
    this.#ms += ms;
  }
}
