import { expect, test } from "vitest";
import { type Earned, earnedSentence } from "./earned-sentence";
import { known, missing } from "./figure";

const figure = (value: number, low: number, high: number) => known({ value, low, high });
const base: Earned = {
  touches: 420,
  attributed: figure(58, 50, 66),
  incremental: figure(31, 16, 46),
  isComplete: true,
  currency: "USD",
  before: null,
};

test.each<{ given: Partial<Earned>; says: string }>([
  {
    given: {},
    says: "Yes, marketing earned: $0.31 ($0.16 to $0.46) a touch beyond what would have come anyway. Attributed to it: $0.58 ($0.50 to $0.66) a touch.",
  },
  {
    given: { incremental: figure(31, -2, 64) },
    says: "Not enough data to say whether marketing earned: what it added, $0.31 (−\u2060$0.02 to $0.64) a touch, cannot be told from chance. Attributed to it: $0.58 ($0.50 to $0.66) a touch.",
  },
  {
    given: { incremental: figure(31, 0, 62) },
    says: "Not enough data to say whether marketing earned: what it added, $0.31 ($0.00 to $0.62) a touch, cannot be told from chance. Attributed to it: $0.58 ($0.50 to $0.66) a touch.",
  },
  {
    given: { incremental: figure(-9, -12, -2) },
    says: "No, marketing did not earn: people who were left alone spent more, −\u2060$0.09 (−\u2060$0.12 to −\u2060$0.02) a touch. Attributed to it: $0.58 ($0.50 to $0.66) a touch.",
  },
  {
    given: { incremental: missing("the holdout's people", 12, 30) },
    says: "Not enough data to say whether marketing earned: the holdout's people: 12 of 30 needed. Attributed to it: $0.58 ($0.50 to $0.66) a touch.",
  },
  {
    given: { attributed: missing("people with an attributed order", 4, 10) },
    says: "Yes, marketing earned: $0.31 ($0.16 to $0.46) a touch beyond what would have come anyway.",
  },
  {
    given: {
      attributed: missing("people with an attributed order", 4, 10),
      incremental: missing("the holdout's people", 1_200, 3_000),
    },
    says: "Not enough data to say whether marketing earned: the holdout's people: 1,200 of 3,000 needed. What is attributed to it cannot be said either: people with an attributed order: 4 of 10 needed.",
  },
  {
    given: { isComplete: false, before: 51 },
    says: "Yes, marketing earned: $0.31 ($0.16 to $0.46) a touch beyond what would have come anyway. Attributed to it: $0.58 ($0.50 to $0.66) a touch. That is more than in the period before. Orders may still follow the last of these messages, so the figures may grow.",
  },
  {
    given: { before: 62 },
    says: "Yes, marketing earned: $0.31 ($0.16 to $0.46) a touch beyond what would have come anyway. Attributed to it: $0.58 ($0.50 to $0.66) a touch. That is less than in the period before.",
  },
  { given: { touches: 0 }, says: "No message left in these days, so marketing earned nothing in them." },
])("$says", ({ given, says }) => {
  expect(earnedSentence({ ...base, ...given })).toBe(says);
});
