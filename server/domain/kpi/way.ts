import type { KpiDefinition } from "./kpi-definition";

/** How far a figure has come. `share` is of the way from beginning to goal, 0–1; null where no beginning is set. */
export type Way = { state: "reached" | "under-way" | "further-away" | "no-goal"; share: number | null };

type Goal = Pick<KpiDefinition, "better" | "baseline" | "target">;

/** Where a value stands between its beginning and its goal. What is at the goal or beyond it is `reached`. */
export function wayOf(value: number, { better, baseline, target }: Goal): Way {
  if (target === undefined || better === "neither") return { state: "no-goal", share: null };
  const isReached = better === "up" ? value >= target : value <= target;
  if (isReached) return { state: "reached", share: 1 };
  if (baseline === undefined) return { state: "under-way", share: null };
  const share = (value - baseline) / (target - baseline);
  return share < 0 ? { state: "further-away", share: 0 } : { state: "under-way", share };
}
