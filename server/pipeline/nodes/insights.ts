import { expectedOrderMinor } from "@/server/domain/expected-order";
import type { FactGroup, FactsOf } from "@/server/domain/fact-groups";
import type { FactSheet } from "@/server/domain/fact-sheet";
import { type Insight, insightsOf } from "@/server/domain/insight";
import type { RunPlan } from "@/server/domain/run-plan";
import { pass, stop } from "@/server/domain/verdict";
import type { Case, Node } from "../node";
import { groupsOfSegmentor, type Segmented } from "./segment";

const READS = ["person", "orders", "behaviour", "messages", "tickets"] as const satisfies FactGroup[];
type Read = FactsOf<(typeof READS)[number]>;
export type Insights = {
  facts: Read;
  found: readonly Insight[];
  /** what the next order is expected to bring, minor units */
  orderMinor: number;
};
type In = Case & { goal: RunPlan; route: string; segment: Segmented };

/** Asks for what the segmentor did not need: behaviour, earlier messages, open tickets. Says what stands out. */
export const insights: Node<"insights", In, Insights, void> = {
  name: "insights",
  version: 3,
  async ask(batch, { ports }) {
    const known = new Set<FactGroup>(["person", ...groupsOfSegmentor(batch[0]?.route ?? "")]);
    const sheets = new Map(batch.map(({ customerId, segment }) => [customerId, segment.facts]));
    await ports.facts(
      READS.filter((group) => !known.has(group)),
      sheets,
    );
  },
  decide({ segment, goal }) {
    const facts = readable(segment.facts);
    if (facts === null) return stop("skipped", { code: "segment.unknown-customer" });
    const found = insightsOf(facts, goal.atMs);
    return pass({ facts, found, orderMinor: expectedOrderMinor(facts, goal.population) });
  },
};

/** Null where the customer went between two questions. A group is filled as a whole: one fact stands for it. */
function readable(facts: FactSheet): Read | null {
  const { createdMs, orders, events30, emails7, openTickets } = facts;
  const filled = [createdMs, orders, events30, emails7, openTickets].every((fact) => fact !== undefined);
  return filled ? (facts as Read) : null;
}
