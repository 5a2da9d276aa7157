import type { Targets } from "../settings/targets";
import { GOAL_KPIS } from "./goal-kpis";
import { type KpiGoal, kpiGoal } from "./kpi-goal";

/** Beginning and goal of every figure that may have them, by its id. */
export const kpiGoals = (targets: Targets, currency: string): Partial<Record<string, KpiGoal>> =>
  Object.fromEntries(GOAL_KPIS.map((id) => [id, kpiGoal(id, targets, currency)]));
