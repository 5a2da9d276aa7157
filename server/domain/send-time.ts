import { HOUR_MS, localHour, MINUTE_MS, SECOND_MS } from "./time";

const QUARTER_MS = 15 * MINUTE_MS;
/** Two days and an hour: each hour of the day comes at least once, also where a change of the clock leaves one out. */
const QUARTERS = 49 * 4;
/** When nothing tells a better hour. */
const DEFAULT_HOUR = 10;

/** From when to when the wall clock of a zone next shows an hour, epoch milliseconds. */
type Slot = { fromMs: number; toMs: number };
type Wall = { hourNow: number; slots: readonly (Slot | undefined)[]; hourOfUtc: readonly number[] };

/** What the hour of sending is made of. Hours are 0–23. */
type HourCase = {
  busiestHourUtc: number | null;
  timeZone: string | null;
  companyTimeZone: string;
  /** local hours in which mail may be planned: [from, to) */
  hours: { from: number; to: number };
};

/** What somebody's send time is made of. */
export type SendTimeCase = HourCase & {
  /** where in the hour, [0, 1): spreads a campaign's mails */
  within: number;
  /** not at the busiest hour but as soon as the hours permit */
  atOnce: boolean;
};

/**
 * The next time the customer's own clock shows their busiest hour, moved into the permitted hours. Where the zone is
 * unknown the company's clock counts; where the hour is unknown it is ten. Inside the hour already: from now on.
 * Whole seconds. Zones of today differ from UTC by quarter hours, so quarters are the grid on which the clock is read;
 * an hour that a change of the clock leaves out comes a day later.
 */
export function nextSendMs(nowMs: number, send: SendTimeCase): number {
  const wall = wallOf(nowMs, send.timeZone) ?? wallOf(nowMs, send.companyTimeZone);
  if (wall === null) return nowMs;
  if (send.atOnce) {
    const { from, to } = send.hours;
    const isOpen = wall.hourNow >= from && wall.hourNow < to;
    return isOpen ? nowMs : (wall.slots[from]?.fromMs ?? nowMs);
  }
  const slot = wall.slots[permittedHour(wall, send)];
  if (slot === undefined) return nowMs;
  return Math.floor((slot.fromMs + send.within * (slot.toMs - slot.fromMs)) / SECOND_MS) * SECOND_MS;
}

/**
 * On the customer's own clock, else the company's: the hour that would be best, and the permitted one at which mail is
 * planned that need not leave at once.
 */
export function hourOfSending(nowMs: number, send: HourCase): { best: number; planned: number } {
  const wall = wallOf(nowMs, send.timeZone) ?? wallOf(nowMs, send.companyTimeZone);
  return { best: bestHour(wall, send), planned: permittedHour(wall, send) };
}

const bestHour = (wall: Wall | null, { busiestHourUtc }: HourCase): number =>
  (busiestHourUtc === null ? null : wall?.hourOfUtc[busiestHourUtc]) ?? DEFAULT_HOUR;

function permittedHour(wall: Wall | null, send: HourCase): number {
  const { from, to } = send.hours;
  return Math.max(from, Math.min(bestHour(wall, send), to - 1));
}

// The same run asks for the same zones a million times: what a zone's clock shows next is kept, a few runs at a time.
const walls = new Map<string, Wall | null>();
const MOST_WALLS = 2000;

function wallOf(nowMs: number, timeZone: string | null): Wall | null {
  if (timeZone === null) return null;
  const key = `${nowMs} ${timeZone}`;
  const known = walls.get(key);
  if (known !== undefined) return known;
  if (walls.size >= MOST_WALLS) walls.clear();
  const wall = readWall(nowMs, timeZone);
  walls.set(key, wall);
  return wall;
}

function readWall(nowMs: number, timeZone: string): Wall | null {
  const hourNow = localHour(nowMs, timeZone);
  if (hourNow === null) return null;
  const slots: (Slot | undefined)[] = new Array(24).fill(undefined);
  const firstMs = Math.ceil(nowMs / SECOND_MS) * SECOND_MS;
  let shown = -1;
  let slot: Slot = { fromMs: firstMs, toMs: firstMs };
  for (let quarter = 0; quarter < QUARTERS; quarter++) {
    const gridMs = (Math.floor(firstMs / QUARTER_MS) + quarter) * QUARTER_MS;
    const atMs = Math.max(firstMs, gridMs);
    const hour = localHour(atMs, timeZone) ?? 0;
    if (hour !== shown) slot = { fromMs: atMs, toMs: atMs };
    slot.toMs = gridMs + QUARTER_MS;
    slots[hour] ??= slot;
    shown = hour;
  }
  const todayMs = Math.floor(nowMs / (24 * HOUR_MS)) * 24 * HOUR_MS;
  const hourOfUtc = slots.map((_, hour) => localHour(todayMs + hour * HOUR_MS, timeZone) ?? 0);
  return { hourNow, slots, hourOfUtc };
}
