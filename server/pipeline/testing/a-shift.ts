import type { CustomerFacts, KnownFacts } from "@/server/domain/customer-facts";
import { FACT_GROUPS } from "@/server/domain/fact-groups";
import type { RunPlan } from "@/server/domain/run-plan";
import type { Ports, Shift, Words } from "../ports";
import { wordsFor } from "./a-plan";

type World = {
  facts: ReadonlyMap<number, CustomerFacts | KnownFacts>;
  given?: ReadonlyMap<number, Readonly<Record<string, number>>>;
  words?: readonly Words[];
};

/** A shift whose questions are answered from memory; `asked` counts them. */
export function aShift(plan: RunPlan, world: World): { shift: Shift; asked: string[] } {
  const asked: string[] = [];
  const ports: Ports = {
    async plan() {
      asked.push("plan");
      return plan;
    },
    async facts(groups, sheets) {
      asked.push(groups.join(" "));
      for (const [id, sheet] of sheets) {
        const facts = world.facts.get(id);
        if (facts !== undefined) for (const group of groups) sheet.fill(FACT_GROUPS[group], facts);
      }
    },
    async offersGiven() {
      asked.push("offers given");
      return world.given ?? new Map();
    },
    async words() {
      asked.push("words");
      return world.words ?? wordsFor(plan);
    },
  };
  const shift: Shift = {
    nowMs: plan.atMs,
    seed: plan.seed,
    chunk: 0,
    context: "0".repeat(16),
    ports,
    breathe: async () => undefined,
  };
  return { shift, asked };
}
