import type { CustomerFacts } from "@/server/domain/customer-facts";
import { type FactGroup, groupsOf } from "@/server/domain/fact-groups";
import type { RunPlan } from "@/server/domain/run-plan";
import { pass, stop } from "@/server/domain/verdict";
import { segmentorOf } from "@/server/segmentors";
import type { Assign } from "@/server/segmentors/contract";
import type { Case, Node } from "../node";

export type Segmented = { name: string; facts: Partial<CustomerFacts> };
type In = Case & { goal: RunPlan; route: string };
type Answer = { facts: ReadonlyMap<number, Partial<CustomerFacts>>; assign: ReadonlyMap<string, Assign> };

/** The groups of facts that a segmentor reads. */
export const groupsOfSegmentor = (id: string): FactGroup[] => groupsOf(segmentorOf(id)?.needs ?? []);

/** Asks for the facts that the segmentor declares, and names the segment. None: this campaign has nothing to say to them. */
export const segment: Node<"segment", In, Segmented, Answer> = {
  name: "segment",
  version: 1,
  async ask(batch, { ports }) {
    const routes = [...new Set(batch.map(({ route }) => route))];
    const facts = await ports.facts(
      batch.map(({ customerId }) => customerId),
      [...new Set(routes.flatMap(groupsOfSegmentor))],
    );
    const plan = batch[0]?.goal;
    return { facts, assign: new Map(routes.flatMap((id) => prepared(id, plan))) };
  },
  decide({ customerId, route, goal }, { facts, assign }) {
    const known = facts.get(customerId);
    if (known === undefined) return stop("skipped", { code: "segment.unknown-customer" });
    const name = assign.get(route)?.(known, goal.atMs) ?? null;
    return name === null ? stop("skipped", { code: "segment.none" }) : pass({ name, facts: known });
  },
};

function prepared(id: string, plan: RunPlan | undefined): [string, Assign][] {
  const one = segmentorOf(id);
  if (one === undefined || plan === undefined) return [];
  const { settings } = plan.configuration.goals[plan.campaign.goal];
  return [[id, one.prepare(settings[id], plan.population)]];
}
