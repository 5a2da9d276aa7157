import { expect, test } from "vitest";
import { BLANK_FACTS } from "@/server/domain/blank-facts";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { consent } from "./consent";
import { aDraft, inShort } from "./testing/a-draft";

test.each([
  { emailConsent: "granted", required: true, finding: "clear" },
  { emailConsent: "withdrawn", required: true, finding: "block consent.withdrawn" },
  { emailConsent: null, required: true, finding: "block consent.missing" },
  { emailConsent: null, required: false, finding: "clear" },
  { emailConsent: "withdrawn", required: false, finding: "block consent.withdrawn" },
] as const)("$emailConsent, required $required: $finding", ({ emailConsent, required, finding }) => {
  const policy = { ...defaultPolicy, consent: { required } };
  expect(inShort(consent.check(aDraft(), { ...BLANK_FACTS, emailConsent }, policy, 0))).toBe(finding);
});
