import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { defaultPolicy } from "@/server/domain/settings/policy";
import { anyFacts, NOW_MS } from "@/server/domain/testing/any-facts";
import { checkAll } from "./check-all";
import type { Guardrail } from "./contract";
import { guardrails } from "./index";
import { aDraft } from "./testing/a-draft";

const all = Object.entries<Guardrail>(guardrails);
const LEVELS = ["clear", "doubt", "block"];

test("every file in the folder is registered under its own name", () => {
  const files = readdirSync(import.meta.dirname).filter(
    (file) => file.endsWith(".ts") && !/^(index|contract|check-all|draft-of)\.|\.test\./.test(file),
  );
  expect(Object.keys(guardrails).sort()).toEqual(files.map((file) => file.replace(/\.ts$/, "")).sort());
});

const anyDraft = fc.record({
  subject: fc.string({ unit: "binary" }),
  text: fc.string({ unit: "binary" }),
  html: fc.string(),
  postalAddress: fc.string(),
  hasUnsubscribe: fc.boolean(),
  percentsNamed: fc.array(fc.double()),
});

test("some read facts of the customer, some the words alone", () => {
  expect(all.filter(([, { reads }]) => reads.length === 0).map(([id]) => id)).toEqual([
    "unsubscribe-link",
    "postal-address",
    "subject",
  ]);
});

describe.each(all)("%s", (id, one) => {
  test("never throws, answers one of three, and the same again", () => {
    fc.assert(
      fc.property(anyDraft, anyFacts, (words, facts) => {
        const draft = aDraft(words);
        const finding = one.check(draft, facts, defaultPolicy, NOW_MS);
        expect(LEVELS).toContain(finding.level);
        expect(one.check(draft, facts, defaultPolicy, NOW_MS)).toEqual(finding);
      }),
    );
  });

  test("reads no fact but those that it declares", () => {
    fc.assert(
      fc.property(anyFacts, anyFacts, (facts, other) => {
        const kept = Object.fromEntries(one.reads.map((name) => [name, facts[name]]));
        const finding = one.check(aDraft(), { ...other, ...kept }, defaultPolicy, NOW_MS);
        expect(finding).toEqual(one.check(aDraft(), facts, defaultPolicy, NOW_MS));
      }),
    );
  });

  test("a fact that it reads and that is missing, or is no number, blocks", () => {
    fc.assert(
      fc.property(anyFacts, fc.constantFrom(undefined, Number.NaN), (facts, missing) => {
        const codes = one.reads.flatMap((name) =>
          checkAll(aDraft(), { ...facts, [name]: missing }, defaultPolicy, NOW_MS)
            .findings.filter(({ guardrail }) => guardrail === id)
            .map(({ finding }) => `${finding.level} ${finding.reason.code}`),
        );
        expect(codes).toEqual(one.reads.map(() => "block guardrail.fact-missing"));
      }),
      { numRuns: 20 },
    );
  });

  test("says what it is called and where it comes from; its codes are words with dots", () => {
    expect(one.title.length).toBeGreaterThan(3);
    expect(one.source.length).toBeGreaterThan(10);
    fc.assert(
      fc.property(anyDraft, anyFacts, (words, facts) => {
        const finding = one.check(aDraft(words), facts, defaultPolicy, NOW_MS);
        expect(finding.level === "clear" || /^[a-z-]+\.[a-z-]+$/.test(finding.reason.code)).toBe(true);
      }),
    );
  });
});
