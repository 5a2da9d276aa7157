import { describe, expect, it } from "vitest";
import { decisionSummary } from "./decision-summary";
import type { Explained } from "./decision-words";

const decision: Explained["decision"] = {
  runId: 1,
  customerId: 2,
  chunk: 0,
  campaignId: 3,
  atMs: 0,
  holdout: null,
  segmentor: "rfm",
  segment: "at-risk",
  action: "offer",
  offerId: "ten-percent",
  channel: "email",
  variant: "a",
  creativeId: 4,
  propensity: 0.26,
  verdict: "held",
  node: "review",
  reasons: ["high-value.vip"],
  sendAtMs: null,
};
const candidate: Explained["candidates"][number] = {
  action: "offer",
  offerId: "ten-percent",
  offerTitle: null,
  channel: "email",
  variant: "a",
  scoreMinor: 12,
  propensity: 0.26,
  refused: null,
  isChosen: true,
};
const candidates = [candidate, { ...candidate, variant: "b", refused: "offer.stock", isChosen: false }];

describe("decisionSummary", () => {
  it("tells segment, choice, chance and what followed", () => {
    expect(decisionSummary({ decision, candidates }, { "ten-percent": "10 % off" })).toBe(
      "In segment “At risk”. Of 2 candidates 1 were allowed; “Offer: 10 % off” was drawn with a chance of 0.26. " +
        "A person looks before it leaves. VIP: a person looks first.",
    );
  });

  it.each([
    [
      { segment: null, action: null, reasons: ["segment.none"] },
      "No segment was found. In none of the segments.",
    ],
    [
      { action: null, verdict: "holdout" as const, reasons: ["holdout.global"] },
      "In segment “At risk”. Held out of all marketing, to measure by.",
    ],
    [{ action: null, reasons: [] }, "In segment “At risk”. The line ended here."],
  ])("tells how it ended early", (change, words) => {
    expect(decisionSummary({ decision: { ...decision, ...change }, candidates: [] }, {})).toBe(words);
  });
});
