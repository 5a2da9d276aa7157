import type { Answer } from "@/components/api-types";
import type { Tone } from "@/components/ui/tone";
import type { DecisionVerdict } from "@/server/domain/decision";

/** One decision, explained. */
export type Explained = Answer["decision"]["get"];

/** What a decision that was not stored is explained by. */
export type Explainable = Pick<
  Explained,
  "decision" | "nodes" | "candidates" | "checks" | "versions" | "currency" | "campaignName" | "facts"
>;

/** What became of a decision, as a word. */
export const VERDICT_WORDS: Record<DecisionVerdict, { tone: Tone; word: string }> = {
  "sent-on": { tone: "pass", word: "Sent on" },
  held: { tone: "hold", word: "Held" },
  blocked: { tone: "block", word: "Blocked" },
  skipped: { tone: "neutral", word: "Skipped" },
  holdout: { tone: "neutral", word: "Held out" },
};

/** Where a message of the outbox stands, as a word. */
export const OUTBOX_WORDS: Record<string, { tone: Tone; word: string }> = {
  ready: { tone: "info", word: "Waiting" },
  claimed: { tone: "info", word: "On its way" },
  sent: { tone: "pass", word: "Sent" },
  uncertain: { tone: "hold", word: "Uncertain" },
  refused: { tone: "block", word: "Refused" },
  cancelled: { tone: "neutral", word: "Cancelled" },
};

export const REVIEW_WORDS: Record<string, { tone: Tone; word: string }> = {
  held: { tone: "hold", word: "In review" },
  approved: { tone: "pass", word: "Approved" },
  rejected: { tone: "block", word: "Rejected" },
  expired: { tone: "neutral", word: "Expired in review" },
};
