import { block, clear } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** No marketing email without a consent in force. Never asked (null) counts as no, unless the policy does not require consent. */
export const consent = guardrail({
  title: "Consent",
  source: "GDPR Art. 6(1)(a), 7(3); ePrivacy Directive Art. 13(1)",
  reads: ["emailConsent"],
  check(_draft, { emailConsent }, policy) {
    if (emailConsent === "granted") return clear;
    if (emailConsent === "withdrawn") return block("consent.withdrawn");
    return policy.consent.required ? block("consent.missing") : clear;
  },
});
