import type { Raised } from "@/server/guardrails/check-all";

/** Those findings that no person can settle. */
export const blocksIn = (findings: readonly Raised[]): Raised[] =>
  findings.filter(({ finding }) => finding.level === "block");
