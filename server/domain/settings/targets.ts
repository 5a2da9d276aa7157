import { z } from "zod";
import { KPIS } from "../kpi/definitions";
import { GOAL_KPIS, type GoalKpi } from "../kpi/goal-kpis";
import type { KpiDefinition } from "../kpi/kpi-definition";

const DESIGN_CURRENCY = "USD";
const MOST = 1_000_000_000;

/** From where to where a figure is to go, in its unit (money in major units, a share in 0–1); null: nothing is set. */
export type Mark = { baseline: number | null; target: number | null };

const markOf = (id: GoalKpi) => {
  const { unit, better, baseline, target }: KpiDefinition = KPIS[id];
  const most = unit === "share" ? 1 : MOST;
  const bound = z
    .number("give a number, or leave it empty")
    .min(0, "may not lie below zero")
    .max(most, unit === "share" ? "may not lie above 100 %" : "is too large")
    .nullable();
  const side = better === "up" ? "above" : "below";
  return z
    .object({ baseline: bound, target: bound })
    .refine((mark) => leadsOn(mark, better), {
      path: ["target"],
      error: `must lie ${side} where the figure began`,
    })
    .default({ baseline: baseline ?? null, target: target ?? null });
};

const leadsOn = ({ baseline, target }: Mark, better: KpiDefinition["better"]): boolean =>
  baseline === null || target === null || (better === "up" ? target > baseline : target < baseline);

const marks = Object.fromEntries(GOAL_KPIS.map((id) => [id, markOf(id)]));

/** Where each figure began and where it is to be. What the company does not set is as the design has it. */
export const targets = z.object({
  /** the currency of the marks in money: they hold while it is the company's */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "use an ISO 4217 code such as EUR")
    .default(DESIGN_CURRENCY),
  figures: z
    // the keys are those of GOAL_KPIS: TypeScript does not follow them through fromEntries
    .object(marks as Record<GoalKpi, ReturnType<typeof markOf>>)
    .prefault({}),
});
export type Targets = z.infer<typeof targets>;

export const defaultTargets: Targets = targets.parse({});
