import { block, clear, doubt } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** Nobody is sold to over an open complaint, billing or delivery problem: the policy says whether a person decides or it ends. */
export const complaint = guardrail({
  title: "Open complaint",
  source: "the company’s policy: an open complaint is a red flag",
  reads: ["openComplaints"],
  check(_draft, { openComplaints }, policy) {
    if (openComplaints === 0) return clear;
    const raise = policy.tickets.complaint === "review" ? doubt : block;
    return raise("complaint.open", { tickets: openComplaints });
  },
});
