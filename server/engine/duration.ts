const UNIT_MS = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
const DURATION = /^(?:\d+(?:\.\d+)?(?:ms|w|d|h|m|s))*$/;
const PART = /(\d+(?:\.\d+)?)(ms|w|d|h|m|s)/g;

/** Milliseconds of a duration as the SDK writes it: "1h30m", "10s", "" for none. Null when it is not one. */
export function durationMs(text: string): number | null {
  if (!DURATION.test(text)) return null;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(PART))
    total += Number(amount) * UNIT_MS[unit as keyof typeof UNIT_MS];
  return total;
}

/** The instant that a duration from `now`, or an ISO instant, names. Null when the text is neither. */
export function instantOf(text: string, now: Date): Date | null {
  const length = durationMs(text);
  if (length !== null) return new Date(now.getTime() + length);
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}
