import { expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { complaint } from "./complaint";
import { aDraft, inShort } from "./testing/a-draft";

test.each([
  { openComplaints: 0, treatment: "review", finding: "clear" },
  { openComplaints: 1, treatment: "review", finding: "doubt complaint.open" },
  { openComplaints: 1, treatment: "block", finding: "block complaint.open" },
  { openComplaints: Number.NaN, treatment: "block", finding: "block complaint.open" },
] as const)("$openComplaints, $treatment: $finding", ({ openComplaints, treatment, finding }) => {
  const policy = { ...defaultPolicy, tickets: { ...defaultPolicy.tickets, complaint: treatment } };
  expect(inShort(complaint.check(aDraft(), { openComplaints }, policy, 0))).toBe(finding);
});
