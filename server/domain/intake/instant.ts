import { DAY_MS, HOUR_MS } from "../time";
import { type Reading, refused, taken } from "./reading";
import { instantOfWall } from "./wall-clock";

/** In which order a date with slashes or dots names its parts. */
export const DATE_ORDERS = ["dmy", "mdy", "ymd"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export type InstantRules = {
  /** IANA zone of times that carry none */
  timeZone: string;
  dateOrder: DateOrder;
  nowMs: number;
};

/** Trade before this is no history of a customer: such dates are zeros and typing errors of the source. */
export const EARLIEST_MS = Date.UTC(1990, 0, 1);
/** Clocks differ, and a date without a time may be today in a zone that is ahead. */
const AHEAD_MS = DAY_MS;

const OFFSET = "(Z|[+-]\\d{2}:?\\d{2})?";
const TIME = "(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([AaPp][Mm])?)?";
const YEAR_FIRST = new RegExp(`^(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})${TIME}\\s*${OFFSET}$`);
const YEAR_LAST = new RegExp(`^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4}|\\d{2})${TIME}\\s*${OFFSET}$`);
const EPOCH = /^\d{10}(\d{3})?$/;

/**
 * The instant that a text names, in epoch milliseconds: ISO 8601, `2011-09-30 14:05:00` on a zone's clock, a date alone
 * (its midnight), `30/09/2011` in the order that is said, or epoch seconds or milliseconds.
 *
 * Refused, never replaced by now: what is no date, what is before 1990 (a zero of the source), and the future.
 */
export function readInstant(text: string, rules: InstantRules): Reading<number> {
  const at = instantNamed(text, rules);
  return at === null ? refused("not a date") : withinReason(at, rules.nowMs);
}

/** The same, whenever it was or will be; null: the text names none. */
export function instantNamed(text: string, rules: Omit<InstantRules, "nowMs">): number | null {
  const trimmed = text.trim();
  const at = EPOCH.test(trimmed)
    ? Number(trimmed) * (trimmed.length === 10 ? 1000 : 1)
    : instantIn(trimmed, rules);
  return at === null || !Number.isFinite(at) ? null : at;
}

/** An instant that history can hold. */
export function withinReason(atMs: number, nowMs: number): Reading<number> {
  if (Number.isNaN(atMs)) return refused("not a date");
  if (atMs < EARLIEST_MS) return refused("a date before 1990");
  return atMs > nowMs + AHEAD_MS ? refused("a date in the future") : taken(atMs);
}

function instantIn(text: string, { timeZone, dateOrder }: Omit<InstantRules, "nowMs">): number | null {
  const first = YEAR_FIRST.exec(text);
  if (first !== null) {
    const [, year, month, day] = first;
    return instantOf(`${year}`, `${month}`, `${day}`, first.slice(4), timeZone);
  }
  const last = YEAR_LAST.exec(text);
  if (last === null || dateOrder === "ymd") return null;
  const [, one = "", two = "", year = ""] = last;
  const [day, month] = dateOrder === "dmy" ? [one, two] : [two, one];
  return instantOf(year.length === 2 ? `20${year}` : year, month, day, last.slice(4), timeZone);
}

type Rest = readonly (string | undefined)[];

function instantOf(year: string, month: string, day: string, rest: Rest, timeZone: string): number | null {
  const [hourText, minute = "0", second = "0", fraction = "0", half, offset] = rest;
  const hour = hourOf(Number(hourText ?? 0), half);
  if (hour === null || hour > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const read = new Date(midnight);
  // 31 February would become 3 March
  if (read.getUTCMonth() !== Number(month) - 1 || read.getUTCDate() !== Number(day)) return null;
  const wall =
    midnight +
    hour * HOUR_MS +
    Number(minute) * 60_000 +
    Number(second) * 1000 +
    Math.floor(Number(`0.${fraction}`) * 1000);
  return offset === undefined ? instantOfWall(wall, timeZone) : wall - offsetMs(offset);
}

/** Hour of day, 0–23, of an hour that may be marked am or pm. */
function hourOf(hour: number, half: string | undefined): number | null {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
}

function offsetMs(offset: string): number {
  if (offset === "Z") return 0;
  const hours = Number(offset.slice(1, 3)) + Number(offset.slice(-2)) / 60;
  return (offset.startsWith("-") ? -1 : 1) * hours * HOUR_MS;
}
