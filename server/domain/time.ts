export const SECOND_MS = 1000;
export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Days from one instant to another, with fractions; negative when `to` comes first. */
export const daysBetween = (fromMs: number, toMs: number): number => (toMs - fromMs) / DAY_MS;

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatFor(timeZone: string): Intl.DateTimeFormat | null {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  let format: Intl.DateTimeFormat | null = null;
  try {
    format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone });
  } catch {
    format = null; // RangeError: not an IANA zone
  }
  formats.set(timeZone, format);
  return format;
}

/** Hour of day, 0–23, on the wall clock of an IANA zone; null where the zone is unknown or not IANA's. */
export function localHour(atMs: number, timeZone: string | null): number | null {
  if (timeZone === null) return null;
  const format = formatFor(timeZone);
  return format === null ? null : Number(format.format(atMs));
}

/** Whether the text names an IANA zone that this machine knows. */
export const isTimeZone = (text: string): boolean => formatFor(text) !== null;
