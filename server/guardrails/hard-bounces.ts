import { block, clear } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** An address that bounced for good so many times (3) is not tried again. */
export const hardBounces = guardrail({
  title: "Hard bounces",
  source: "the company’s policy: no more mail after 3 hard bounces",
  reads: ["hardBounces"],
  check(_draft, facts, policy) {
    const { maxHard } = policy.bounces;
    return facts.hardBounces < maxHard
      ? clear
      : block("bounces.hard", { bounces: facts.hardBounces, maxHard });
  },
});
