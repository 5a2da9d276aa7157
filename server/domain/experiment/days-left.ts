import type { Judged } from "./judge";

/** Beyond it an experiment is no plan. */
const MOST_DAYS = 180;

/**
 * About how many days are left until an experiment can be decided: until it has its people and days, and until the interval
 * of the goal leaves zero if the effect stays what it is. 0 where it is decided, null where it would take more than half a
 * year, or nobody comes.
 *
 * An interval shrinks by the root of the people. `people` is the number of the smallest variant.
 */
export function daysLeft(judged: Judged, people: number, days: number): number | null {
  const { status, metrics } = judged;
  if (status.kind !== "keep-running") return 0;
  const perDay = people / Math.max(1, days);
  if (perDay === 0) return null;
  const goal = metrics.find(({ role }) => role === "goal");
  const needed = Math.min(...(goal?.variants ?? []).map(({ absolute }) => peopleNeeded(absolute, people)));
  const more = Math.max(status.peopleMissing, needed - people);
  const left = Math.ceil(Math.max(status.daysMissing, more / perDay));
  return left <= MOST_DAYS ? left : null;
}

function peopleNeeded(
  found: Judged["metrics"][number]["variants"][number]["absolute"],
  people: number,
): number {
  const [low] = found?.ci ?? [null];
  if (found === null || low === null || found.effect === 0) return Number.POSITIVE_INFINITY;
  return people * ((found.effect - low) / found.effect) ** 2;
}
