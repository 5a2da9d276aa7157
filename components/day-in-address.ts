import { instantOfWall } from "@/server/domain/intake/wall-clock";
import { DAY_MS } from "@/server/domain/time";

/**
 * The instant at which a day of an address begins in the company's zone, `later` days on, so that the last day of a span
 * can be part of it; null where the text is no day.
 */
export function dayInAddress(text: string | null, timeZone: string, later = 0): Date | null {
  const wallMs = /^\d{4}-\d\d-\d\d$/.test(text ?? "") ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return Number.isNaN(wallMs) ? null : new Date(instantOfWall(wallMs + later * DAY_MS, timeZone));
}
