import { BLANK_FACTS } from "@/server/domain/blank-facts";
import type { Policy } from "@/server/domain/settings/policy";
import { consent } from "@/server/guardrails/consent";
import { WORDLESS_DRAFT } from "@/server/guardrails/contract";
import { frequencyCap } from "@/server/guardrails/frequency-cap";
import { suppression } from "@/server/guardrails/suppression";
import type { Suspect } from "@/server/store/figures-quality.sql";

/**
 * The rules that a touch broke, judged by the same guardrails as before it left, over what is stored now and as of its
 * claim; empty where it broke none. A message whose review stands rejected or undecided broke `review.not-approved`.
 */
export function breachesOf(suspect: Suspect, policy: Policy): string[] {
  const { claimedAt, consentState, suppressedAt, earlierClaims, reviewState } = suspect;
  const facts = {
    ...BLANK_FACTS,
    emailConsent: consentState,
    emailSuppression: suppressedAt === null ? null : "listed",
    recentEmailsMs: earlierClaims.map((at) => at.getTime()),
  };
  const raised = [consent, suppression, frequencyCap].flatMap(({ check }) => {
    const finding = check(WORDLESS_DRAFT, facts, policy, claimedAt.getTime());
    return finding.level === "block" ? [finding.reason.code] : [];
  });
  const isUnapproved = reviewState !== null && reviewState !== "approved";
  return isUnapproved ? [...raised, "review.not-approved"] : raised;
}
