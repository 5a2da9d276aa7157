import { dayIn } from "../day-in";
import type { Report } from "../settings/report";
import { localHour } from "../time";

/** How long after its hour a report still makes sense: a machine that was away must not send yesterday's at night. */
const LATE_HOURS = 6;

/** The company's day (YYYY-MM-DD) whose report is to leave now; null where none is. */
export function reportDue(
  { enabled, hour, recipients }: Report,
  nowMs: number,
  timeZone: string,
): string | null {
  if (!enabled || recipients.length === 0) return null;
  const local = localHour(nowMs, timeZone);
  if (local === null || local < hour || local >= hour + LATE_HOURS) return null;
  return dayIn(nowMs, timeZone);
}
