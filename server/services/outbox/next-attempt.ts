import { HOUR_MS, MINUTE_MS } from "@/server/domain/time";

/** Waits after the first, second … attempt that a provider put off. Nine hours in all: greylists and outages pass in less. */
const WAITS_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 6 * HOUR_MS];

/**
 * How long a message waits after its `attempt`-th attempt (1 for the first), in milliseconds: never shorter than the
 * provider asked for. Null: it was tried often enough.
 */
export function nextAttempt(attempt: number, retryAfterMs: number): number | null {
  const wait = WAITS_MS[attempt - 1];
  return wait === undefined ? null : Math.max(wait, retryAfterMs);
}
