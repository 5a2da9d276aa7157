import { CronExpressionParser } from "cron-parser";

/** Why a schedule ("0 9 * * 1", "TZ=Europe/Berlin 0 9 * * 1") cannot be used; null when it can. */
export function cronProblem(text: string): string | null {
  try {
    parse(text, new Date(0)).next();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** The first time after `after` that the schedule names. */
export function nextTime(text: string, after: Date): Date {
  return parse(text, after).next().toDate();
}

/** The latest time at or before `until` that the schedule names. */
export function latestTime(text: string, until: Date): Date {
  return parse(text, new Date(until.getTime() + 1))
    .prev()
    .toDate();
}

function parse(text: string, currentDate: Date) {
  const match = /^(?:CRON_)?TZ=(\S+)\s+(.+)$/.exec(text.trim());
  return CronExpressionParser.parse(match?.[2] ?? text, { currentDate, tz: match?.[1] ?? "UTC" });
}
