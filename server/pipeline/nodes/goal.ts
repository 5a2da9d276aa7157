import type { RunPlan } from "@/server/domain/run-plan";
import { pass } from "@/server/domain/verdict";
import type { Case, Node } from "../node";

/** Loads what is fixed for the whole run: campaign, configuration, policy, their versions, prices and what was learned. */
export const goal: Node<"goal", Case, RunPlan, RunPlan> = {
  name: "goal",
  version: 1,
  ask: (_batch, { ports }) => ports.plan(),
  decide: (_item, plan) => pass(plan),
};
