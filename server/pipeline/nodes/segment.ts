import { type FactGroup, groupsOf } from "@/server/domain/fact-groups";
import { FactSheet } from "@/server/domain/fact-sheet";
import type { RunPlan } from "@/server/domain/run-plan";
import { pass, stop, stopKnowing } from "@/server/domain/verdict";
import { segmentorOf } from "@/server/segmentors";
import type { Assign } from "@/server/segmentors/contract";
import type { Case, Node } from "../node";

/** The sheet begins here; later nodes have more of it filled. */
export type Segmented = { name: string; facts: FactSheet };
type In = Case & { goal: RunPlan; route: string };
type Answer = { sheets: ReadonlyMap<number, FactSheet>; assign: ReadonlyMap<string, Assign> };

/** The groups of facts that a segmentor reads. */
export const groupsOfSegmentor = (id: string): FactGroup[] => groupsOf(segmentorOf(id)?.needs ?? []);

/** Asks for the facts that the segmentor declares, and names the segment. None: this campaign has nothing to say to them. */
export const segment: Node<"segment", In, Segmented, Answer> = {
  name: "segment",
  version: 1,
  async ask(batch, { ports }) {
    const routes = [...new Set(batch.map(({ route }) => route))];
    const sheets = new Map(batch.map(({ customerId }) => [customerId, new FactSheet()]));
    await ports.facts([...new Set(["person" as const, ...routes.flatMap(groupsOfSegmentor)])], sheets);
    const plan = batch[0]?.goal;
    return { sheets, assign: new Map(routes.flatMap((id) => prepared(id, plan))) };
  },
  decide({ customerId, route, goal }, { sheets, assign }) {
    const facts = sheets.get(customerId);
    if (facts?.createdMs === undefined) return stop("skipped", { code: "segment.unknown-customer" });
    const name = assign.get(route)?.(facts, goal.atMs) ?? null;
    if (name !== null) return pass({ name, facts });
    return stopKnowing<Segmented>({ facts }, "skipped", [{ code: "segment.none" }]);
  },
};

function prepared(id: string, plan: RunPlan | undefined): [string, Assign][] {
  const one = segmentorOf(id);
  if (one === undefined || plan === undefined) return [];
  const { settings } = plan.configuration.goals[plan.campaign.goal];
  return [[id, one.prepare(settings[id], plan.population)]];
}
