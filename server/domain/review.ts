/** Permitted states of a held message and of a message in the outbox. One table for server, buttons and tests. */
export const REVIEW_STATES = ["held", "approved", "rejected", "expired"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const REVIEW_MOVES: Record<ReviewState, readonly ReviewState[]> = {
  held: ["approved", "rejected", "expired"],
  /** only inside the grace period, and only while the message is unclaimed */
  approved: ["held"],
  rejected: ["held"],
  expired: [],
};

/** What a campaign holds messages for by itself begins so; every other reason is a rule's that doubts this message. */
export const OWN_REASON_PREFIX = "review.";
export const isOwnReason = (code: string): boolean => code.startsWith(OWN_REASON_PREFIX);

/** Why a reviewer turned a message down. */
export const REJECT_REASONS = {
  tone: "Tone does not fit",
  "wrong-offer": "Wrong offer for this person",
  "wrong-moment": "Wrong moment",
  "not-true": "Says something untrue",
  "too-many": "Too many messages lately",
  other: "Other (say it in the note)",
} as const;
export type RejectReason = keyof typeof REJECT_REASONS;

export const OUTBOX_STATES = ["ready", "claimed", "sent", "uncertain", "refused", "cancelled"] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];

export const OUTBOX_MOVES: Record<OutboxState, readonly OutboxState[]> = {
  ready: ["claimed", "refused", "cancelled"],
  /** back to ready only where the provider said no before taking the message */
  claimed: ["sent", "uncertain", "refused", "ready"],
  sent: [],
  /** settled by a provider's look-up, a webhook or a person; never sent again by itself */
  uncertain: ["sent", "refused", "cancelled"],
  refused: [],
  cancelled: [],
};
