import { type Reading, refused, taken } from "../intake/reading";
import { DAY_MS } from "../time";

/** A date and a time with its zone, as ISO 8601 has it and every client of the specification sends it. */
const ISO =
  /^(\d{4})-(\d\d)-(\d\d)[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/i;

/** Older events are zeros and wrong clocks: no source kept behaviour before. */
const EARLIEST_MS = Date.UTC(2000, 0, 1);
/** Clocks that carry no `sentAt` may be ahead by their whole zone. */
const AHEAD_MS = DAY_MS;
/** Beyond this, the difference between `sentAt` and our clock is a body that waited, or a clock that says nothing. */
const MAX_SKEW_MS = DAY_MS;

/** An instant in ISO 8601 with its zone, in epoch milliseconds. A number is refused: seconds and milliseconds look alike. */
export function readTimestamp(raw: unknown): Reading<number> {
  const parts = typeof raw === "string" ? ISO.exec(raw) : null;
  if (parts === null)
    return refused("not an instant in ISO 8601 with its zone, such as 2026-03-01T12:00:00.000Z");
  const [text, year, month, day] = parts;
  const atMs = Date.parse(text.replace(",", "."));
  const lastDay = Number(day) <= 28 ? 31 : new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  // Date.parse makes the first of March out of the thirtieth of February
  return Number.isNaN(atMs) || Number(day) > lastDay ? refused("no such date") : taken(atMs);
}

/**
 * When something happened, on our clock: `timestamp` + (received − `sentAt`), as the specification corrects clocks that
 * are off. Without `timestamp` it is the instant of receipt; without `sentAt`, or where that is more than 24 hours from
 * our clock, `timestamp` stands as it is.
 *
 * Refused, never replaced by now: no instant, before 2000, more than 24 hours ahead.
 */
export function happenedAt(timestamp: unknown, sentAtMs: number | null, receivedMs: number): Reading<number> {
  if (timestamp === undefined || timestamp === null) return taken(receivedMs);
  const read = readTimestamp(timestamp);
  if (!read.ok) return read;
  const skew = sentAtMs === null ? 0 : receivedMs - sentAtMs;
  const atMs = Math.abs(skew) > MAX_SKEW_MS ? read.value : read.value + skew;
  if (atMs < EARLIEST_MS) return refused("before the year 2000");
  return atMs > receivedMs + AHEAD_MS ? refused("more than 24 hours ahead of our clock") : taken(atMs);
}
