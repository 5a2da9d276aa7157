import { expect, test } from "vitest";
import { DEFAULT_RULE } from "@/server/domain/experiment/stopping-rule";
import { type Experiment, statusWords } from "./experiment-words";

const variant = { variant: "a", people: 10 } as Experiment["variants"][number];
const words = (status: Experiment["status"], daysLeft: number | null = 6, variants = [variant, variant]) =>
  statusWords({ status, variants, names: ["a", "b", "c"], daysLeft, rule: DEFAULT_RULE });

test.each([
  { status: { kind: "ship", variant: 1 } as const, word: "Ship B" },
  { status: { kind: "split-is-off", p: 1e-6 } as const, word: "Stop: sample ratio is off" },
  { status: { kind: "guardrail", metric: "complained", variant: 2 } as const, word: "Stop C" },
  { status: { kind: "keep-baseline", metric: "ordered" } as const, word: "Keep A" },
  {
    status: { kind: "keep-running", peopleMissing: 400, daysMissing: 0 } as const,
    word: "Keep running, about 6 days",
  },
])("$status.kind is “$word”", ({ status, word }) => {
  expect(words(status).word).toBe(word);
});

test.each([
  {
    status: { kind: "keep-running", peopleMissing: 400, daysMissing: 3 } as const,
    daysLeft: 6,
    has: "400 of 1,000 people",
  },
  {
    status: { kind: "keep-running", peopleMissing: 0, daysMissing: 3 } as const,
    daysLeft: 3,
    has: "after 7 days",
  },
  { status: { kind: "keep-running", peopleMissing: 0, daysMissing: 0 } as const, daysLeft: 3, has: "chance" },
  {
    status: { kind: "keep-running", peopleMissing: 0, daysMissing: 0 } as const,
    daysLeft: null,
    has: "too small",
  },
])("it says what is missing: $has", ({ status, daysLeft, has }) => {
  expect(words(status, daysLeft).text).toContain(has);
});

test("one variant alone is not compared", () => {
  expect(words({ kind: "keep-running", peopleMissing: 1000, daysMissing: 7 }, null, [variant]).word).toBe(
    "Waits for messages",
  );
});
