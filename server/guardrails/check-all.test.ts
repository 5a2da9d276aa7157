import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BLANK_FACTS } from "@/server/domain/blank-facts";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { anyFacts, NOW_MS } from "@/server/domain/testing/any-facts";
import { DAY_MS } from "@/server/domain/time";
import { block, clear, doubt } from "@/server/domain/verdict";
import { checkAll, checkWith } from "./check-all";
import { type Guardrail, guardrail } from "./contract";
import { guardrails } from "./index";
import { aDraft } from "./testing/a-draft";

const reachable = {
  ...BLANK_FACTS,
  hasEmail: true,
  emailConsent: "granted" as const,
  orders: 3,
  orders365: 3,
  spendMinor: 9000,
  lastOrderMs: NOW_MS - 100 * DAY_MS,
};
const codes = (facts: object, draft = aDraft(), policy = defaultPolicy) => {
  const { outcome, findings } = checkAll(draft, { ...reachable, ...facts }, policy, NOW_MS);
  return [outcome, ...findings.map(({ finding }) => finding.reason.code)];
};

describe("all guardrails together", () => {
  test("let a decent message to a reachable customer by", () => {
    expect(codes({})).toEqual(["pass"]);
  });

  test("the strictest decides, and everything that was found is kept", () => {
    expect(codes({ vip: true })).toEqual(["doubt", "high-value.vip"]);
    expect(codes({ vip: true, emailConsent: "withdrawn", openSensitive: 1 })).toEqual([
      "block",
      "consent.withdrawn",
      "high-value.vip",
      "sensitive.open",
    ]);
  });

  test("the words are checked too, and again under another policy", () => {
    const loud = aDraft({ subject: "Act now" });
    expect(codes({}, loud)).toEqual(["block", "subject.trigger"]);
    const lax = { ...defaultPolicy, subject: { ...defaultPolicy.subject, triggers: [] } };
    expect(codes({}, loud, lax)).toEqual(["pass"]);
    expect(codes({}, loud)).toEqual(["block", "subject.trigger"]);
  });

  test("a customer who spent 5,000 this year and has a billing ticket goes to a person", () => {
    expect(codes({ spend365Minor: 500_000, openTickets: 1, openComplaints: 1 })).toEqual([
      "doubt",
      "high-value.spend",
      "complaint.open",
    ]);
  });

  test("of a stranger nothing is enough", () => {
    expect(checkAll(aDraft(), BLANK_FACTS, defaultPolicy, NOW_MS).outcome).toBe("block");
    expect(checkAll(aDraft(), {}, defaultPolicy, NOW_MS).outcome).toBe("block");
  });
});

describe("failing closed", () => {
  const broken: Guardrail = {
    ...guardrails.address,
    check: () => {
      throw new TypeError("a bug");
    },
  };

  test("a guardrail that throws blocks, and says so", () => {
    const { outcome, findings } = checkWith({ broken })(aDraft(), reachable, defaultPolicy, NOW_MS);
    expect(outcome).toBe("block");
    expect(findings).toEqual([
      { guardrail: "broken", finding: block("guardrail.failed", { error: "TypeError" }) },
    ]);
  });

  test("a fact that was not asked for blocks, and is named", () => {
    const { findings } = checkAll(aDraft(), { ...reachable, emailConsent: undefined }, defaultPolicy, NOW_MS);
    expect(findings).toEqual([
      { guardrail: "consent", finding: block("guardrail.fact-missing", { fact: "emailConsent" }) },
    ]);
  });

  test("no finding of the others can undo a block", () => {
    const blocks = guardrail({
      title: "Blocks",
      source: "this test",
      reads: [],
      check: () => block("it.blocks"),
    });
    const findings = fc.array(fc.constantFrom(clear, doubt("it.doubts")), { maxLength: 5 });
    fc.assert(
      fc.property(findings, fc.nat(5), anyFacts, (others, at, facts) => {
        const rules = others.map((finding, i): [string, Guardrail] => [
          `other-${i}`,
          { ...blocks, check: () => finding },
        ]);
        rules.splice(Math.min(at, rules.length), 0, ["blocks", blocks]);
        expect(checkWith(Object.fromEntries(rules))(aDraft(), facts, defaultPolicy, NOW_MS).outcome).toBe(
          "block",
        );
      }),
    );
  });
});

test("a guardrail without facts is asked once per draft and policy", () => {
  let asked = 0;
  const counting = guardrail({
    title: "Counting",
    source: "this test",
    reads: [],
    check: () => {
      asked++;
      return clear;
    },
  });
  const check = checkWith({ counting });
  const draft = aDraft();
  for (let customer = 0; customer < 5; customer++) check(draft, reachable, defaultPolicy, NOW_MS);
  expect(asked).toBe(1);
  check(aDraft(), reachable, defaultPolicy, NOW_MS);
  check(draft, reachable, { ...defaultPolicy }, NOW_MS);
  expect(asked).toBe(3);
});
