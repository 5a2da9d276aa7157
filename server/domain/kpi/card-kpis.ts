import type { Kpi } from "./definitions";

/** The figures that have a card, in the order in which the cards stand. */
export const CARD_KPIS = [
  "conversion",
  "orderValue",
  "openRate",
  "clickRate",
  "customerValue",
  "churn",
  "marketingEfficiency",
  "learningGain",
  "launchTime",
  "workHours",
  "reviewMedianTime",
  "decisionTime",
  "overrideShare",
  "violations",
  "toneConsistency",
  "uptime",
] as const satisfies readonly Kpi[];

export type CardKpi = (typeof CARD_KPIS)[number];
