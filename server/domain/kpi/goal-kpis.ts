import { CARD_KPIS } from "./card-kpis";

/** The figures for which a company sets where they began and where they are to be. */
export const GOAL_KPIS = ["revenuePerTouch", ...CARD_KPIS] as const;

export type GoalKpi = (typeof GOAL_KPIS)[number];
