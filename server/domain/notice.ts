import type { Permission } from "./role";
import { DAY_MS, HOUR_MS } from "./time";

/** What needs a person, and what one must be allowed to do to be told of it. */
export const NOTICES = {
  /** held messages whose time is nearly over */
  "review-due": "review.decide",
  /** held messages that a colleague, or they themselves, put on this person's list */
  "review-assigned": "review.decide",
  /** the other held messages */
  "review-waiting": "review.decide",
  /** messages of which nobody knows whether they left */
  "message-uncertain": "campaign.launch",
  "run-failed": "campaign.launch",
  "campaign-stopped": "campaign.launch",
  "import-failed": "import.write",
} as const satisfies Record<string, Permission>;

export type NoticeKind = keyof typeof NOTICES;

/** So long before its time is over, a held message calls for somebody. */
export const DUE_SOON_MS = HOUR_MS;
/** What failed or was stopped is told for so long. */
export const NOTICE_DAYS_MS = 14 * DAY_MS;
