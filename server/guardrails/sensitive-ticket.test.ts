import { expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { sensitiveTicket } from "./sensitive-ticket";
import { aDraft, inShort } from "./testing/a-draft";

test.each([
  { openSensitive: 0, treatment: "block", finding: "clear" },
  { openSensitive: 1, treatment: "block", finding: "block sensitive.open" },
  { openSensitive: 1, treatment: "review", finding: "doubt sensitive.open" },
  { openSensitive: Number.NaN, treatment: "block", finding: "block sensitive.open" },
] as const)("$openSensitive, $treatment: $finding", ({ openSensitive, treatment, finding }) => {
  const policy = { ...defaultPolicy, tickets: { ...defaultPolicy.tickets, sensitive: treatment } };
  expect(inShort(sensitiveTicket.check(aDraft(), { openSensitive }, policy, 0))).toBe(finding);
});
