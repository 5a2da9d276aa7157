import { describe, expect, it } from "vitest";
import { reviewRisk } from "@/server/domain/review-risk";
import { HOLDING_REASONS, reasonWords, STOPPING_REASONS } from "./reason-words";

describe("reasonWords", () => {
  it.each([
    [
      "frequency.cap",
      { emails: 3, maxEmails: 3, windowDays: 7 },
      "3 emails in 7 days already, the limit is 3",
    ],
    ["discount.high", { percent: 25, limit: 20 }, "Discount is 25 %, the limit is 20 %"],
    ["complaint.open", { tickets: 1 }, "1 open complaint"],
    ["complaint.open", { tickets: 2 }, "2 open complaints"],
    ["offer.stock", null, "None of the offer is left"],
    ["high-value.spend", { spend365Minor: 521_400 }, "Spent $5,214 in the last year: a person looks first"],
    [
      "high-value.foreign",
      { foreignOrders365: 2 },
      "2 orders in another currency in the last year: a person looks first",
    ],
  ])("words %s", (code, facts, words) => {
    expect(reasonWords(code, facts)).toBe(words);
  });

  it("says something without the figures, and the code where it knows no words", () => {
    for (const code of [...HOLDING_REASONS, ...STOPPING_REASONS]) {
      expect(reasonWords(code), code).not.toMatch(/undefined|null/);
      expect(reasonWords(code), code).not.toBe(code);
    }
    expect(reasonWords("made.up")).toBe("made.up");
  });

  it("weighs every reason that holds", () => {
    for (const code of HOLDING_REASONS) expect(reviewRisk([code])).toBeGreaterThan(0);
  });
});
