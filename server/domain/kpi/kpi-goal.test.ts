import { expect, test } from "vitest";
import { defaultTargets, targets } from "../settings/targets";
import { goalWords } from "./goal-words";
import { kpiGoal } from "./kpi-goal";

const inYen = targets.parse({
  currency: "JPY",
  figures: { revenuePerTouch: { baseline: 60, target: 80 }, customerValue: { baseline: null, target: null } },
});

test.each([
  {
    kpi: "revenuePerTouch",
    set: defaultTargets,
    currency: "USD",
    goal: { better: "up", baseline: 45, target: 61 },
  },
  { kpi: "revenuePerTouch", set: defaultTargets, currency: "EUR", goal: { better: "up" } },
  {
    kpi: "revenuePerTouch",
    set: inYen,
    currency: "JPY",
    goal: { better: "up", baseline: 60, target: 80 },
  },
  { kpi: "customerValue", set: inYen, currency: "JPY", goal: { better: "up" } },
  {
    kpi: "churn",
    set: defaultTargets,
    currency: "EUR",
    goal: { better: "down", baseline: 0.05, target: 0.04 },
  },
] as const)("$kpi of a company that counts in $currency", ({ kpi, set, currency, goal }) => {
  expect(kpiGoal(kpi, set, currency)).toEqual(goal);
});

test.each([
  { kpi: { unit: "money" }, value: 45, currency: "USD", words: "$0.45" },
  { kpi: { unit: "money" }, value: 70_000, currency: "USD", words: "$700" },
  { kpi: { unit: "money" }, value: 80, currency: "JPY", words: "¥80" },
  { kpi: { unit: "share" }, value: 0.0405, currency: "USD", words: "4.05\u00a0%" },
  { kpi: { unit: "milliseconds" }, value: 2000, currency: "USD", words: "2\u00a0s" },
] as const)("a mark keeps the digits that it was given: $words", ({ kpi, value, currency, words }) => {
  expect(goalWords(kpi, value, currency)).toBe(words);
});
