import { KPIS, type Kpi } from "./definitions";
import type { KpiDefinition } from "./kpi-definition";

const DESIGN_CURRENCY = "USD";
const MINOR = 100;

export type KpiGoal = Pick<KpiDefinition, "better"> & { baseline?: number; target?: number };

/**
 * Beginning and goal of a figure in the unit of its readings: money in minor units. The design sets money in US dollars;
 * for a company of another currency such figures have no goal.
 */
export function kpiGoal(kpi: Kpi, currency: string): KpiGoal {
  const { unit, better, baseline, target }: KpiDefinition = KPIS[kpi];
  if (unit === "money" && currency !== DESIGN_CURRENCY) return { better };
  const scale = unit === "money" ? MINOR : 1;
  return {
    better,
    ...(baseline === undefined ? {} : { baseline: baseline * scale }),
    ...(target === undefined ? {} : { target: target * scale }),
  };
}
