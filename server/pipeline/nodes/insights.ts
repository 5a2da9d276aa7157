import type { CustomerFacts } from "@/server/domain/customer-facts";
import { expectedOrderMinor } from "@/server/domain/expected-order";
import type { FactGroup, FactsOf } from "@/server/domain/fact-groups";
import { type Insight, insightsOf } from "@/server/domain/insight";
import type { RunPlan } from "@/server/domain/run-plan";
import { pass, stop } from "@/server/domain/verdict";
import type { Case, Node } from "../node";
import { groupsOfSegmentor, type Segmented } from "./segment";

const READS = ["person", "orders", "behaviour", "messages", "tickets"] as const satisfies FactGroup[];
export type Insights = {
  facts: FactsOf<(typeof READS)[number]>;
  found: readonly Insight[];
  /** expected, minor units */
  orderMinor: number;
};
type In = Case & { goal: RunPlan; route: string; segment: Segmented };

/** Asks for what the segmentor did not need: behaviour, earlier messages, open tickets. Says what stands out. */
export const insights: Node<"insights", In, Insights, ReadonlyMap<number, Partial<CustomerFacts>>> = {
  name: "insights",
  version: 1,
  ask(batch, { ports }) {
    const known = new Set(groupsOfSegmentor(batch[0]?.route ?? ""));
    return ports.facts(
      batch.map(({ customerId }) => customerId),
      READS.filter((group) => !known.has(group)),
    );
  },
  decide({ customerId, segment, goal }, rest) {
    const more = rest.get(customerId);
    if (more === undefined) return stop("skipped", { code: "segment.unknown-customer" });
    // both halves together hold every group of READS
    const facts = { ...segment.facts, ...more } as Insights["facts"];
    const found = insightsOf(facts, goal.atMs);
    return pass({ facts, found, orderMinor: expectedOrderMinor(facts, goal.population) });
  },
};
