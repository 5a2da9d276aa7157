import { expect, test } from "vitest";
import { BLANK_FACTS } from "@/server/domain/blank-facts";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { keptOut } from "./kept-out";
import { aDraft, inShort } from "./testing/a-draft";

test.each([
  { keptOut: false, finding: "clear" },
  { keptOut: true, finding: "block kept-out.by-a-person" },
])("kept out $keptOut: $finding, whatever the consent says", ({ keptOut: isOut, finding }) => {
  const facts = { ...BLANK_FACTS, emailConsent: "granted" as const, keptOut: isOut };
  expect(inShort(keptOut.check(aDraft(), facts, defaultPolicy, 0))).toBe(finding);
});
