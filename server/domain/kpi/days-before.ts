import { DAY_MS } from "../time";

/** The day (YYYY-MM-DD) so many days before another. */
export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, day.length);
