import fc from "fast-check";
import { expect, test } from "vitest";
import { BLANK_FACTS } from "./blank-facts";
import { factsIn, tracedFacts } from "./decision-trace";
import { ALL_FACT_GROUPS, FACT_GROUPS } from "./fact-groups";
import { FactSheet } from "./fact-sheet";

test("every fact belongs to exactly one group, and the sheet has a place for each", () => {
  const grouped = ALL_FACT_GROUPS.flatMap((group) => [...FACT_GROUPS[group]]).sort();
  expect(grouped).toEqual(Object.keys(BLANK_FACTS).sort());
  expect(Object.keys(new FactSheet()).sort()).toEqual(grouped);
});

test("what a trace keeps of a sheet comes back, and what was not asked for stays unknown", () => {
  const groups = fc.subarray(ALL_FACT_GROUPS);
  fc.assert(
    fc.property(groups, fc.nat(100), (asked, orders) => {
      const facts = { ...BLANK_FACTS, orders, recentEmailsMs: [orders], emailConsent: "granted" as const };
      const sheet = new FactSheet();
      for (const group of asked) sheet.fill(FACT_GROUPS[group], facts);
      const context = "0".repeat(16);
      const stored = JSON.parse(JSON.stringify({ context, facts: tracedFacts(sheet) }));
      const expected = asked.flatMap((group) => FACT_GROUPS[group].map((name) => [name, facts[name]]));
      expect(factsIn(stored, FACT_GROUPS)).toEqual(Object.fromEntries(expected));
    }),
  );
});
