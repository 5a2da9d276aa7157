import { daysBefore } from "./days-before";

const WEEK = 7;

/** The last whole week before a day (YYYY-MM-DD), Monday to Sunday. */
export function weekBefore(day: string): { from: string; to: string } {
  const sinceMonday = (new Date(day).getUTCDay() + WEEK - 1) % WEEK;
  return { from: daysBefore(day, sinceMonday + WEEK), to: daysBefore(day, sinceMonday + 1) };
}
