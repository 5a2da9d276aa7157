import { block, clear, doubt } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** No marketing while a legal matter or a bereavement is open. Blocks unless the policy lets a person decide. */
export const sensitiveTicket = guardrail({
  title: "Legal or sensitive ticket",
  source: "the company’s policy: legal and sensitive matters go to a person",
  reads: ["openSensitive"],
  check(_draft, { openSensitive }, policy) {
    if (openSensitive === 0) return clear;
    const raise = policy.tickets.sensitive === "review" ? doubt : block;
    return raise("sensitive.open", { tickets: openSensitive });
  },
});
