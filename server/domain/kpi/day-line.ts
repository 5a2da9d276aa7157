import { daysFrom } from "./days";

/** A quotient's two sides on one day. */
export type Side = { day: string; part: number; whole: number };

const MOST_POINTS = 30;

/**
 * The line of a quotient over a period, oldest first: a point a day, or for as many days as it takes to stay at thirty
 * points. Null where nothing stands below the line.
 */
export function dayLine(sides: readonly Side[], from: string, to: string): (number | null)[] {
  const days = daysFrom(from, to);
  const daysAPoint = Math.ceil(days.length / MOST_POINTS);
  const byDay = new Map(sides.map((side) => [side.day, side]));
  const points: (number | null)[] = [];
  for (let at = 0; at < days.length; at += daysAPoint) {
    let [part, whole] = [0, 0];
    for (const day of days.slice(at, at + daysAPoint)) {
      part += byDay.get(day)?.part ?? 0;
      whole += byDay.get(day)?.whole ?? 0;
    }
    points.push(whole === 0 ? null : part / whole);
  }
  return points;
}
