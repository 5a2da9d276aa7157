import { decimalsOf } from "../money";
import type { Targets } from "../settings/targets";
import { KPIS } from "./definitions";
import type { GoalKpi } from "./goal-kpis";
import type { KpiDefinition } from "./kpi-definition";

export type KpiGoal = Pick<KpiDefinition, "better"> & { baseline?: number; target?: number };

/**
 * Beginning and goal of a figure in the unit of its readings: money in minor units. Marks in money of another currency
 * than the company's say nothing: such figures have no goal.
 */
export function kpiGoal(kpi: GoalKpi, targets: Targets, currency: string): KpiGoal {
  const { unit, better }: KpiDefinition = KPIS[kpi];
  const { baseline, target } = targets.figures[kpi];
  if (unit === "money" && currency !== targets.currency) return { better };
  const scaled = (value: number) => (unit === "money" ? value * 10 ** decimalsOf(currency) : value);
  return {
    better,
    ...(baseline === null ? {} : { baseline: scaled(baseline) }),
    ...(target === null ? {} : { target: scaled(target) }),
  };
}
