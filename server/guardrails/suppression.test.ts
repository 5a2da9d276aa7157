import { expect, test } from "vitest";
import { BLANK_FACTS } from "@/server/domain/blank-facts";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { suppression } from "./suppression";
import { aDraft, inShort } from "./testing/a-draft";

test.each([
  { emailSuppression: null, finding: "clear" },
  { emailSuppression: "unsubscribed", finding: "block suppression.listed" },
  { emailSuppression: "imported", finding: "block suppression.listed" },
])("$emailSuppression: $finding", ({ emailSuppression, finding }) => {
  const facts = { ...BLANK_FACTS, emailConsent: "granted" as const, emailSuppression };
  expect(inShort(suppression.check(aDraft(), facts, defaultPolicy, 0))).toBe(finding);
});
