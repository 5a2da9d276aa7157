import { block, clear } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** Nothing goes to whom a person of the company keeps out of all campaigns. Counted to no holdout: nobody drew them. */
export const keptOut = guardrail({
  title: "Kept out by a person",
  source: "ours: whom a person keeps out of all campaigns gets none",
  reads: ["keptOut"],
  check(_draft, facts) {
    return facts.keptOut ? block("kept-out.by-a-person") : clear;
  },
});
