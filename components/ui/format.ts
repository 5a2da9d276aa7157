import { instantFormat, numberFormat } from "@/server/domain/kept-formats";
import { moneyIntervalWords } from "@/server/domain/kpi/money-interval-words";
import { moneyDigits, moneyWords } from "@/server/domain/kpi/money-words";
import { outward } from "@/server/domain/stats/outward";

/** What stands where a figure is not known. Zero is `0`, never this. */
export const UNKNOWN = "–";
const MINUS = "\u2212";
const NBSP = "\u00a0";
/** Keeps a sign and the currency behind it on one line. */
const WORD_JOINER = "\u2060";
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** How a number is worded. Plain data, so that it may cross from server to client components. */
export type ValueFormat =
  | { kind: "money"; currency: string; digits?: number }
  | { kind: "count" }
  | { kind: "percent"; digits?: number }
  | { kind: "points"; digits?: number }
  | { kind: "number"; digits?: number; unit?: string }
  | { kind: "duration" };

type Maybe = number | null | undefined;
type SignOption = { sign?: boolean };

/** Words a value as its format says; null is “–”. Money in minor units, percent and points as shares, duration in ms. */
export function formatValue(value: Maybe, format: ValueFormat, options: SignOption = {}): string {
  switch (format.kind) {
    case "money":
      return formatMoney(value, format.currency, { ...digitsOf(format), ...options });
    case "count":
      return formatCount(value, options);
    case "percent":
      return formatPercent(value, { ...digitsOf(format), ...options });
    case "points":
      return formatPoints(value, digitsOf(format));
    case "number":
      return withUnit(formatNumber(value, { ...digitsOf(format), ...options }), format.unit);
    case "duration":
      return `${options.sign && isKnown(value) && value > 0 ? "+" : ""}${formatDuration(value)}`;
  }
}

/**
 * Money from minor units: `58, "USD"` is `$0.58`; `-6` is `−$0.06`. Fractions of a minor unit are rounded.
 * From 1,000 major units on, the minor units are left out, unless `digits` asks for them.
 */
export function formatMoney(
  minor: Maybe,
  currency: string,
  options: { digits?: number } & SignOption = {},
): string {
  if (!isKnown(minor)) return UNKNOWN;
  const digits = options.digits ?? moneyDigits(minor, currency);
  return signed(minor, moneyWords(Math.abs(minor), currency, digits), options.sign);
}

/** The decimals that all amounts of one column share: those of the largest. */
export const columnDigits = (minors: readonly number[], currency: string): number =>
  moneyDigits(Math.max(0, ...minors.map(Math.abs)), currency);

/** Thousands: `424200` is `424,200`. */
export function formatCount(count: Maybe, options: SignOption = {}): string {
  return formatNumber(count, { digits: 0, ...options });
}

/** A plain number with a fixed number of decimals (2 unless told). */
export function formatNumber(value: Maybe, options: { digits?: number } & SignOption = {}): string {
  if (!isKnown(value)) return UNKNOWN;
  return signed(value, decimal(Math.abs(value), options.digits ?? 2), options.sign);
}

/** A share as percent: `0.031` is `3.1 %`. Differences between shares are points, see formatPoints. */
export function formatPercent(share: Maybe, options: { digits?: number } & SignOption = {}): string {
  if (!isKnown(share)) return UNKNOWN;
  return `${formatNumber(share * 100, { digits: options.digits ?? 1, sign: options.sign ?? false })}${NBSP}%`;
}

/** A difference of two shares: `0.0023` is `+0.23 pts`. Always signed, never called percent. */
export function formatPoints(difference: Maybe, options: { digits?: number } = {}): string {
  if (!isKnown(difference)) return UNKNOWN;
  return `${formatNumber(difference * 100, { digits: options.digits ?? 2, sign: true })}${NBSP}pts`;
}

/** Both ends of an interval, rounded outward: `$0.16 to $0.46`. Whether it holds zero can be read off it. */
export function formatInterval(low: Maybe, high: Maybe, format: ValueFormat): string {
  if (!isKnown(low) || !isKnown(high)) return UNKNOWN;
  if (format.kind === "money") return moneyIntervalWords(low, high, format.currency, format.digits);
  if (format.kind === "count" || format.kind === "duration")
    return `${formatValue(low, format)} to ${formatValue(high, format)}`;
  const { per, digits } = GRAINS[format.kind];
  const shown = outward(low * per, high * per, format.digits ?? digits);
  const words = (end: number) => formatValue(end / per, { ...format, digits: shown.digits });
  return `${words(shown.low)} to ${words(shown.high)}`;
}

/** How kinds with decimals are shown: how many units make up 1, and the decimals unless told. */
const GRAINS = {
  percent: { per: 100, digits: 1 },
  points: { per: 100, digits: 2 },
  number: { per: 1, digits: 2 },
};

/** Numerator and denominator of a rate: `1,651 / 5,812`. */
export function formatRatio(numerator: Maybe, denominator: Maybe): string {
  return `${formatCount(numerator)} / ${formatCount(denominator)}`;
}

/** How long, in the two largest units that matter: `312 ms`, `41 s`, `1 min 52 s`, `1 h 10 min`, `2 days`. */
export function formatDuration(ms: Maybe): string {
  if (!isKnown(ms)) return UNKNOWN;
  if (ms < 0) return MINUS + formatDuration(-ms);
  if (ms < 10) return `${decimal(ms, Number.isInteger(ms) ? 0 : 1)}${NBSP}ms`;
  if (ms < 1000) return `${Math.round(ms)}${NBSP}ms`;
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds}${NBSP}s`;
  if (seconds < 3600) return twoUnits(Math.floor(seconds / 60), "min", seconds % 60, "s");
  const minutes = Math.round(seconds / 60);
  if (minutes < 48 * 60) return twoUnits(Math.floor(minutes / 60), "h", minutes % 60, "min");
  return `${decimal(Math.round(minutes / 1440), 0)}${NBSP}days`;
}

/** `18,412 bytes`, `4.2 MB`. Units of 1,000. */
export function formatBytes(bytes: Maybe): string {
  if (!isKnown(bytes)) return UNKNOWN;
  if (bytes < 100_000) return `${formatCount(bytes)}${NBSP}bytes`;
  if (bytes < 1e6) return `${formatCount(bytes / 1000)}${NBSP}kB`;
  if (bytes < 1e9) return `${formatNumber(bytes / 1e6, { digits: 1 })}${NBSP}MB`;
  return `${formatNumber(bytes / 1e9, { digits: 1 })}${NBSP}GB`;
}

/** The ends of a long hash: `71c0…e4a9`. A short one stays whole. */
export function formatHash(hash: string): string {
  return hash.length <= 12 ? hash : `${hash.slice(0, 4)}…${hash.slice(-4)}`;
}

/** `18 Nov 2026, 12:05` on the given zone's clock; `date` and `time` leave the other half out, `day` the year too. */
export function formatInstant(
  instant: Date | number | null | undefined,
  zone: string,
  style: "full" | "date" | "day" | "time" = "full",
): string {
  if (instant === null || instant === undefined) return UNKNOWN;
  const at = clock(instant, zone);
  const day = `${at.day}${NBSP}${MONTHS[at.month - 1] ?? ""}`;
  const time = `${two(at.hour)}:${two(at.minute)}`;
  if (style === "time") return time;
  if (style === "day") return day;
  return style === "date" ? `${day}${NBSP}${at.year}` : `${day}${NBSP}${at.year}, ${time}`;
}

/** Month names come from the list above, not from Intl: server and browser must word them alike. */
function clock(instant: Date | number, zone: string) {
  const parts = instantFormat({
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(instant);
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value ?? Number.NaN);
  return {
    year: read("year"),
    month: read("month"),
    day: read("day"),
    hour: read("hour"),
    minute: read("minute"),
  };
}

function signed(value: number, text: string, sign = false): string {
  if (!/[1-9]/.test(text)) return text; // rounds to nothing: neither plus nor minus
  const joint = /^\d/.test(text) ? "" : WORD_JOINER;
  if (value < 0) return MINUS + joint + text;
  return sign ? `+${joint}${text}` : text;
}

function decimal(value: number, digits: number): string {
  return numberFormat({
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const head = `${large}${NBSP}${largeUnit}`;
  return small === 0 ? head : `${head}${NBSP}${small}${NBSP}${smallUnit}`;
}

function digitsOf(format: { digits?: number }): { digits?: number } {
  return format.digits === undefined ? {} : { digits: format.digits };
}

function withUnit(text: string, unit: string | undefined): string {
  return unit === undefined || text === UNKNOWN ? text : `${text}${NBSP}${unit}`;
}

function isKnown(value: Maybe): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
