import { expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { highValue } from "./high-value";
import { aDraft, inShort } from "./testing/a-draft";

test.each([
  { vip: false, spend365Minor: 499_999, foreignOrders365: 0, finding: "clear" },
  { vip: false, spend365Minor: 500_000, foreignOrders365: 0, finding: "doubt high-value.spend" },
  { vip: true, spend365Minor: 0, foreignOrders365: 0, finding: "doubt high-value.vip" },
  { vip: false, spend365Minor: Number.NaN, foreignOrders365: 0, finding: "doubt high-value.spend" },
  { vip: false, spend365Minor: 0, foreignOrders365: 1, finding: "doubt high-value.foreign" },
  { vip: false, spend365Minor: 500_000, foreignOrders365: 1, finding: "doubt high-value.spend" },
])("VIP $vip, $spend365Minor, $foreignOrders365 foreign orders: $finding", ({ finding, ...facts }) => {
  expect(inShort(highValue.check(aDraft(), facts, defaultPolicy, 0))).toBe(finding);
});

test("a policy may let VIPs by", () => {
  const policy = { ...defaultPolicy, highValue: { ...defaultPolicy.highValue, reviewVip: false } };
  expect(
    inShort(highValue.check(aDraft(), { vip: true, spend365Minor: 0, foreignOrders365: 0 }, policy, 0)),
  ).toBe("clear");
});
