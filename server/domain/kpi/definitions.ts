import { RESULT_KPIS } from "./result-kpis";
import { WORK_KPIS } from "./work-kpis";

/** Every figure that the console shows, defined once. */
export const KPIS = { ...RESULT_KPIS, ...WORK_KPIS };

export type Kpi = keyof typeof KPIS;
