import { describe, expect, test } from "vitest";
import { audience } from "./audience";
import { ruleCount } from "./audience-fields";

const quiet = { field: "silenceDays", op: ">=", value: 90 } as const;

describe("an audience", () => {
  test("that was stored before there were groups is read as all of its rules", () => {
    expect(audience.parse({ all: [quiet] })).toEqual({ match: "all", rules: [quiet], groups: [] });
    expect(audience.parse({ all: [] })).toEqual({ match: "all", rules: [], groups: [] });
  });

  test("is read back as it was written", () => {
    const written = audience.parse({
      match: "any",
      rules: [quiet],
      groups: [{ match: "none", rules: [{ field: "openTicket", op: "=", value: true }] }],
    });
    expect(audience.parse(JSON.parse(JSON.stringify(written)))).toEqual(written);
    expect(ruleCount(written)).toBe(2);
  });

  test.each([
    { field: "orders", op: "!=", value: 3 },
    { field: "country", op: ">=", value: "DE" },
    { field: "silenceDays", op: ">=", value: "90" },
  ])("keeps the old comparison $field $op $value", (rule) => {
    expect(audience.safeParse({ all: [rule] }).success).toBe(true);
  });

  test.each([
    { rule: { field: "silenceDays", op: "between", value: [365, 90] }, at: "rules.0.value" },
    { rule: { field: "silenceDays", op: "between", value: 90 }, at: "rules.0.value" },
    { rule: { field: "vip", op: "between", value: [0, 1] }, at: "rules.0.op" },
    { rule: { field: "category", op: "in", value: [] }, at: "rules.0.value" },
    { rule: { field: "category", op: "=", value: "Boots" }, at: "rules.0.op" },
    { rule: { field: "orders", op: "in", value: ["1"] }, at: "rules.0.op" },
    { rule: { field: "touched", op: "=", value: true }, at: "rules.0.value" },
    { rule: { field: "touched", op: "=", value: { campaignId: 3, days: 0 } }, at: "rules.0.value" },
    { rule: { field: "orders", op: ">=", value: [1, 2] }, at: "rules.0.value" },
    { rule: { field: "password_hash", op: "=", value: 1 }, at: "rules.0.field" },
  ])("refuses $rule.field $rule.op $rule.value at $at", ({ rule, at }) => {
    const { error } = audience.safeParse({ rules: [rule] } as never);
    expect(error?.issues[0]?.path.join(".")).toContain(at);
  });
});
