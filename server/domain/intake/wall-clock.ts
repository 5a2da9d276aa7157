import { DAY_MS, HOUR_MS, MINUTE_MS } from "../time";

/** Every zone changes its clock at a full quarter of an hour. */
const STEP_MS = 15 * MINUTE_MS;
const MAX_KEPT = 200_000;

type Zone = { format: Intl.DateTimeFormat; offsets: Map<number, number> };
const zones = new Map<string, Zone>();

function zoneNamed(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const zone = { format, offsets: new Map<number, number>() };
  zones.set(timeZone, zone);
  return zone;
}

/** How far an IANA zone's clock is ahead of UTC at an instant, in milliseconds. Throws for a zone that does not exist. */
export function offsetAt(atMs: number, timeZone: string): number {
  const zone = zoneNamed(timeZone);
  const step = Math.floor(atMs / STEP_MS) * STEP_MS;
  const known = zone.offsets.get(step);
  if (known !== undefined) return known;
  const part: Record<string, number> = {};
  for (const { type, value } of zone.format.formatToParts(step)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  const offset = Date.UTC(year, month - 1, day, hour, minute, second) - step;
  if (zone.offsets.size >= MAX_KEPT) zone.offsets.clear();
  zone.offsets.set(step, offset);
  return offset;
}

/**
 * The instant at which a zone's clock shows a wall time, given as if it were UTC.
 *
 * A time that is shown twice (clocks go back) is its first showing; one that is skipped (clocks go forward) is read by
 * the clock as it was before, as in RFC 5545 § 3.3.5.
 */
export function instantOfWall(wallMs: number, timeZone: string): number {
  const before = offsetAt(wallMs - DAY_MS + HOUR_MS, timeZone);
  const first = wallMs - before;
  if (offsetAt(first, timeZone) === before) return first;
  const after = offsetAt(wallMs + DAY_MS - HOUR_MS, timeZone);
  const second = wallMs - after;
  return offsetAt(second, timeZone) === after ? second : first;
}
