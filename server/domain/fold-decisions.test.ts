import { expect, test } from "vitest";
import { foldDecisions } from "./fold-decisions";

const entry = (kind: string, name: string, runId: number | null) => ({ kind, name, runId });

test("a message takes the place of the decision that it came of, and tells of a person who let it go", () => {
  const told = foldDecisions([
    entry("sent", "email", 3),
    entry("order", "ordered", null),
    entry("sent", "email", 2),
    entry("decision", "sent-on", 3),
    entry("decision", "held", 2),
  ]);
  expect(told).toEqual([
    { ...entry("sent", "email", 3), wasHeld: false },
    { ...entry("order", "ordered", null), wasHeld: false },
    { ...entry("sent", "email", 2), wasHeld: true },
  ]);
});

test("what was decided and not sent stays", () => {
  const entries = [
    entry("decision", "held", 4),
    entry("decision", "skipped", 1),
    entry("sent", "email", 2),
    entry("event", "Product Viewed", null),
  ];
  expect(foldDecisions(entries)).toEqual(entries.map((one) => ({ ...one, wasHeld: false })));
});
