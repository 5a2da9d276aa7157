import type { Permission } from "./role";

/** What a screen can follow while it is open, and what one must be allowed to read to hear that it changed. */
export const LIVE_TOPICS = {
  /** held and decided messages, their assignment and comments */
  review: "review.read",
  /** campaigns, and how far their runs are */
  campaign: "campaign.read",
  /** messages that may leave or have left */
  outbox: "decision.read",
  /** opens, clicks, orders and complaints */
  outcome: "figures.read",
  import: "import.read",
} as const satisfies Record<string, Permission>;

export type LiveTopic = keyof typeof LIVE_TOPICS;

export const isLiveTopic = (word: string): word is LiveTopic => Object.hasOwn(LIVE_TOPICS, word);
