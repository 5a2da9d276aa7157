import type { Policy } from "@/server/domain/settings/policy";
import { checkWith, type Raised } from "@/server/guardrails/check-all";
import type { Draft, Guardrail } from "@/server/guardrails/contract";
import { guardrails } from "@/server/guardrails/index";

const ofWords = checkWith(
  Object.fromEntries(
    Object.entries(guardrails).filter(([, rule]: [string, Guardrail]) => rule.reads.length === 0),
  ),
);

/** What the guardrails say of words alone, whoever gets them. */
export const wordFindings = (draft: Draft, policy: Policy, nowMs: number): readonly Raised[] =>
  ofWords(draft, {}, policy, nowMs).findings;
