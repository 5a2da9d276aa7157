import type { CustomerFacts, KnownFacts } from "@/server/domain/customer-facts";
import type { Policy } from "@/server/domain/settings/policy";
import { block, type Finding } from "@/server/domain/verdict";
import type { Draft, Guardrail } from "./contract";
import { guardrails } from "./index";

/** What one guardrail raised. */
export type Raised = { guardrail: string; finding: Exclude<Finding, { level: "clear" }> };

/** The strictest finding decides; `findings` holds those that are not clear. */
export type Check = { outcome: "pass" | "doubt" | "block"; findings: readonly Raised[] };

type CheckAll = (draft: Draft, facts: KnownFacts, policy: Policy, nowMs: number) => Check;

const ALL_CLEAR: Check = { outcome: "pass", findings: [] };
const NO_FACTS: KnownFacts = {};

/**
 * Makes one check of a set of guardrails.
 *
 * Fails closed: a guardrail that throws is a block `guardrail.failed`; one that would read a fact which is missing
 * (undefined, not a number) is a block `guardrail.fact-missing`. What a guardrail without facts finds depends on the
 * words and the policy alone, so it is asked once per draft, not once per customer.
 */
export function checkWith(rules: Readonly<Record<string, Guardrail>>): CheckAll {
  const all = Object.entries(rules);
  const ofWords = all.filter(([, rule]) => rule.reads.length === 0);
  const ofFacts = all.filter(([, rule]) => rule.reads.length > 0);
  const seen = new WeakMap<Draft, { policy: Policy; raised: readonly Raised[] }>();

  const inWords = (draft: Draft, policy: Policy, nowMs: number): readonly Raised[] => {
    const before = seen.get(draft);
    if (before?.policy === policy) return before.raised;
    const raised = raisedBy(ofWords, draft, NO_FACTS, policy, nowMs);
    seen.set(draft, { policy, raised });
    return raised;
  };

  return (draft, facts, policy, nowMs) => {
    const words = inWords(draft, policy, nowMs);
    const person = raisedBy(ofFacts, draft, facts, policy, nowMs);
    if (words.length + person.length === 0) return ALL_CLEAR;
    const findings = words.length === 0 ? person : [...words, ...person];
    return {
      outcome: findings.some(({ finding }) => finding.level === "block") ? "block" : "doubt",
      findings,
    };
  };
}

/** Every registered guardrail over one message for one customer: at the decision, and the same again at the claim. */
export const checkAll: CheckAll = checkWith(guardrails);

const NONE: readonly Raised[] = [];

function raisedBy(
  rules: readonly (readonly [string, Guardrail])[],
  draft: Draft,
  facts: KnownFacts,
  policy: Policy,
  nowMs: number,
): readonly Raised[] {
  let raised: Raised[] | null = null;
  for (const [guardrail, rule] of rules) {
    const finding = findingOf(rule, draft, facts, policy, nowMs);
    if (finding.level === "clear") continue;
    raised ??= [];
    raised.push({ guardrail, finding });
  }
  return raised ?? NONE;
}

function findingOf(rule: Guardrail, draft: Draft, facts: KnownFacts, policy: Policy, nowMs: number): Finding {
  for (const fact of rule.reads) {
    const value = facts[fact];
    if (value === undefined || Number.isNaN(value)) return block("guardrail.fact-missing", { fact });
  }
  try {
    // every fact that it reads is there, as just seen
    return rule.check(draft, facts as CustomerFacts, policy, nowMs);
  } catch (error) {
    return block("guardrail.failed", { error: error instanceof Error ? error.name : "unknown" });
  }
}
