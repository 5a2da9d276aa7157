import type { RunPlan } from "@/server/domain/run-plan";
import { pass, stopKnowing } from "@/server/domain/verdict";
import { checkAll, type Raised } from "@/server/guardrails/check-all";
import type { Case, Node } from "../node";
import type { Words } from "../ports";
import type { Segmented } from "./segment";

export type Safety = { raised: readonly Raised[] };
type In = Case & { goal: RunPlan; segment: Segmented; message: Words };

const CLEAR: Safety = { raised: [] };

/** Asks for consents and suppressions, then puts every guardrail to the message. A fact that is missing blocks. */
export const safety: Node<"safety", In, Safety, void> = {
  name: "safety",
  version: 2,
  async ask(batch, { ports }) {
    await ports.facts(
      ["permission"],
      new Map(batch.map(({ customerId, segment }) => [customerId, segment.facts])),
    );
  },
  decide({ goal, segment, message }) {
    const { outcome, findings: raised } = checkAll(message.draft, segment.facts, goal.policy, goal.atMs);
    if (outcome === "pass") return pass(CLEAR);
    const reasons = raised.map(({ finding }) => finding.reason);
    return outcome === "block" ? stopKnowing({ raised }, "blocked", reasons) : pass({ raised }, reasons);
  },
};
