import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { subject } from "./subject";
import { aDraft, inShort } from "./testing/a-draft";

const check = (line: string) => subject.check(aDraft({ subject: line }), {}, defaultPolicy, 0);

describe("the subject", () => {
  test.each([
    { line: "We miss you", finding: "clear" },
    { line: '{{ person.firstName | default: "there" }}, we miss you', finding: "clear" },
    { line: "", finding: "block subject.empty" },
    { line: "   ", finding: "block subject.empty" },
    { line: "ACT NOW and save", finding: "block subject.trigger" },
    { line: "You are a Winner", finding: "block subject.trigger" },
    { line: "Dinner for winners", finding: "clear" },
    { line: "Winnerchickendinner", finding: "clear" },
    { line: "Buy this!!!", finding: "block subject.trigger" },
    { line: "Save $$$ today", finding: "block subject.trigger" },
    { line: "a".repeat(78), finding: "clear" },
    { line: "a".repeat(79), finding: "doubt subject.long" },
    { line: `${"a".repeat(70)} {{ person.firstName | default: "my dearest friend" }}`, finding: "clear" },
    { line: "YOUR ORDER awaits", finding: "doubt subject.capitals" },
    { line: "SALE now", finding: "clear" },
    { line: "ÄRGER MIT ÜBERGRÖSSEN", finding: "doubt subject.capitals" },
    { line: "¿ÚLTIMA OPORTUNIDAD?", finding: "doubt subject.capitals" },
  ])("$line: $finding", ({ line, finding }) => {
    expect(inShort(check(line))).toBe(finding);
  });

  test("shows which words offend", () => {
    expect(check("Act now!")).toMatchObject({ span: "act now", reason: { facts: { trigger: "act now" } } });
  });

  test("a trigger as words of its own is always found, whatever stands around it", () => {
    const { triggers } = defaultPolicy.subject;
    const around = fc.string({ maxLength: 20 }).map((text) => text.replace(/[{}]/g, ""));
    fc.assert(
      fc.property(fc.constantFrom(...triggers), around, around, (trigger, before, after) => {
        expect(check(`${before} ${trigger.toUpperCase()} ${after}`).level).toBe("block");
      }),
    );
  });
});
