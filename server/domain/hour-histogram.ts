import { localHour } from "./time";

/** How often somebody did something within the quarter of an hour that begins at an instant. */
export type ActiveQuarter = { atMs: number; n: number };

/**
 * 24 counts, from midnight on, of what somebody did in each hour of a zone's wall clock. Zones differ from UTC by whole
 * quarters of an hour, and the clock of each day counts: what was done at eight in summer and at eight in winter is
 * done at eight. Null: the zone is none.
 */
export function hourHistogram(quarters: readonly ActiveQuarter[], timeZone: string): number[] | null {
  const counts = new Array<number>(24).fill(0);
  if (localHour(0, timeZone) === null) return null;
  for (const { atMs, n } of quarters) {
    const hour = localHour(atMs, timeZone) ?? 0;
    counts[hour] = (counts[hour] ?? 0) + n;
  }
  return counts;
}
