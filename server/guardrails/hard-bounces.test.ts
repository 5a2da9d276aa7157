import { expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { hardBounces } from "./hard-bounces";
import { aDraft, inShort } from "./testing/a-draft";

test.each([
  { hardBounces: 0, finding: "clear" },
  { hardBounces: 2, finding: "clear" },
  { hardBounces: 3, finding: "block bounces.hard" },
  { hardBounces: Number.NaN, finding: "block bounces.hard" },
])("$hardBounces: $finding", ({ finding, ...facts }) => {
  expect(inShort(hardBounces.check(aDraft(), facts, defaultPolicy, 0))).toBe(finding);
});
