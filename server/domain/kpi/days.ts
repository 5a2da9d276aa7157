import { DAY_MS } from "../time";

const ISO_DAY = 10;

/** Every day from one to another (YYYY-MM-DD), both included; empty when `to` comes first. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  const last = Date.parse(to);
  for (let ms = Date.parse(from); ms <= last; ms += DAY_MS)
    days.push(new Date(ms).toISOString().slice(0, ISO_DAY));
  return days;
}
