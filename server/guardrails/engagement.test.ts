import { expect, test } from "vitest";
import { BLANK_FACTS } from "@/server/domain/blank-facts";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { DAY_MS } from "@/server/domain/time";
import { engagement } from "./engagement";
import { aDraft, inShort } from "./testing/a-draft";

const now = Date.UTC(2026, 5, 1);
const check = (facts: object, floor = 0.3) =>
  inShort(
    engagement.check(
      aDraft(),
      { ...BLANK_FACTS, ...facts },
      { ...defaultPolicy, engagement: { floor } },
      now,
    ),
  );

test.each([
  { facts: {}, finding: "block engagement.low", because: "nobody knows them" },
  {
    facts: { orders365: 3, lastOrderMs: now - 120 * DAY_MS },
    finding: "clear",
    because: "bought three times",
  },
  {
    facts: { orders365: 1, lastOrderMs: now - 200 * DAY_MS },
    finding: "block engagement.low",
    because: "once, long ago",
  },
  {
    facts: { orders365: 1, lastOrderMs: Number.NaN },
    finding: "block engagement.low",
    because: "no number is no interest",
  },
])("$because: $finding", ({ facts, finding }) => {
  expect(check(facts)).toBe(finding);
});

test("exactly the floor is not above it", () => {
  expect(check({ orders365: 1, lastOrderMs: now }, 0.5)).toBe("block engagement.low");
  expect(check({ orders365: 1, lastOrderMs: now }, 0.49)).toBe("clear");
});
