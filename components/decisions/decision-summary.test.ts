import { describe, expect, it } from "vitest";
import { statusOf } from "./aftermath-words";
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
    expect(decisionSummary({ decision, candidates }, { "ten-percent": "10 % off" }, "Etc/UTC")).toBe(
      "In segment “At risk”. Of 2 candidates 1 were allowed; “Offer: 10 % off” was drawn with a chance of 0.26. " +
        "It is held until a person has looked. VIP: a person looks first.",
    );
  });

  it("tells what became of a held message since", () => {
    const at = new Date("2026-03-02T09:00:00Z");
    const review = { id: 1, state: "approved", decidedBy: "Ines", decidedAt: at, edited: true };
    const outbox = { id: 5, state: "sent", notBefore: at, claimedAt: at, settledAt: at, reasons: [] };
    const told = decisionSummary({ decision, candidates, review, outbox }, {}, "Etc/UTC");
    expect(told).toMatch(/Ines edited and approved it on .*2026.*\. It was sent on .*2026.*\.$/);
    expect(statusOf({ decision, review, outbox })).toEqual({ tone: "pass", word: "Approved, sent" });
    expect(statusOf({ decision, review: { ...review, state: "held" }, outbox: null }).word).toBe("In review");
    expect(statusOf({ decision: { ...decision, verdict: "blocked" } }).word).toBe("Blocked");
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
    expect(decisionSummary({ decision: { ...decision, ...change }, candidates: [] }, {}, "Etc/UTC")).toBe(
      words,
    );
  });
});
