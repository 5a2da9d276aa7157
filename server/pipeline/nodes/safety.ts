import type { CustomerFacts } from "@/server/domain/customer-facts";
import type { FactsOf } from "@/server/domain/fact-groups";
import type { RunPlan } from "@/server/domain/run-plan";
import { pass, stopKnowing } from "@/server/domain/verdict";
import { checkAll, type Raised } from "@/server/guardrails/check-all";
import type { Case, Node } from "../node";
import type { Words } from "../ports";
import type { Insights } from "./insights";

export type Safety = { raised: readonly Raised[]; permission: FactsOf<"permission"> | undefined };
type In = Case & { goal: RunPlan; insights: Insights; message: Words };

/** Asks for consents and suppressions, then puts every guardrail to the message. A permission that is missing blocks. */
export const safety: Node<"safety", In, Safety, ReadonlyMap<number, Partial<CustomerFacts>>> = {
  name: "safety",
  version: 1,
  ask: (batch, { ports }) =>
    ports.facts(
      batch.map(({ customerId }) => customerId),
      ["permission"],
    ),
  decide({ customerId, goal, insights, message }, answer) {
    // the port was asked for this one group
    const permission = answer.get(customerId) as FactsOf<"permission"> | undefined;
    const facts = { ...insights.facts, ...permission };
    const { outcome, findings: raised } = checkAll(message.draft, facts, goal.policy, goal.atMs);
    const reasons = raised.map(({ finding }) => finding.reason);
    const fact: Safety = { raised, permission };
    return outcome === "block" ? stopKnowing(fact, "blocked", reasons) : pass(fact, reasons);
  },
};
