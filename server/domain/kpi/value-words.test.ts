import { expect, test } from "vitest";
import { valueWords } from "./value-words";

test.each([
  { unit: "money", value: 58.2, words: "$0.58" },
  { unit: "money", value: -6, words: "\u2212\u2060$0.06" },
  { unit: "money", value: 24_430_900, words: "$244,309" },
  { unit: "share", value: 0.0294, words: "2.94\u00a0%" },
  { unit: "share", value: 0.995, words: "99.5\u00a0%" },
  { unit: "ratio", value: 3.52, words: "3.5 to 1" },
  { unit: "days", value: 1.5, words: "1.5\u00a0days" },
  { unit: "days", value: 0.5, words: "12.0\u00a0h" },
  { unit: "days", value: 0.01, words: "14\u00a0min" },
  { unit: "hours", value: 16, words: "16.0\u00a0h" },
  { unit: "seconds", value: 41, words: "41\u00a0s" },
  { unit: "milliseconds", value: 312, words: "312\u00a0ms" },
  { unit: "milliseconds", value: 1840, words: "1.8\u00a0s" },
  { unit: "per100k", value: 0, words: "0" },
] as const)("$unit $value is $words", ({ unit, value, words }) => {
  expect(valueWords(unit, value, "USD")).toBe(words);
});
