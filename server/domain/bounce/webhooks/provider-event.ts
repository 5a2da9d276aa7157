import type { BounceReason } from "../bounce-reason";
import type { BounceReport, RecipientReport } from "../bounce-report";
import { silentRecipient } from "../bounce-report";
import { addressOf } from "../delivery-status";
import { enhancedStatus } from "../enhanced-status";
import type { JsonObject } from "./json-at";

/** One event of a mail provider, as far as it concerns bounces. `none`: an open, a click, anything else. */
export type ProviderEvent =
  | { kind: "delivery"; recipient: RecipientReport }
  | { kind: "feedback"; feedbackType: string }
  | { kind: Exclude<BounceReport["kind"], "delivery" | "feedback"> };

/** Reads one event of a provider; null: it is not this provider's. */
export type ReadEvent = (event: JsonObject) => ProviderEvent | readonly ProviderEvent[] | null;

export const NONE: ProviderEvent = { kind: "none" };
export const VACATION: ProviderEvent = { kind: "vacation" };
export const UNSUBSCRIBED: ProviderEvent = { kind: "unsubscribe" };
export const complaint = (feedbackType: string): ProviderEvent => ({
  kind: "feedback",
  feedbackType: feedbackType === "" ? "abuse" : feedbackType.toLowerCase(),
});

/** A mail that was not delivered, delayed or delivered. `words` may hold the reply code and the status. */
export function delivery(
  recipient: string,
  action: RecipientReport["action"],
  words: string,
  hint: BounceReason | null,
  status = "",
): ProviderEvent {
  const diagnostic = words
    .replace(/^\s*(?:smtp|x-[\w-]+)\s*;\s*/i, "")
    .replace(/\s+/g, " ")
    .trim();
  const own = enhancedStatus(status);
  return {
    kind: "delivery",
    recipient: {
      ...silentRecipient,
      recipient: addressOf(recipient),
      action,
      status: own === "" || /\.0\.0$/.test(own) ? enhancedStatus(diagnostic) || own : own,
      diagnostic,
      hint,
    },
  };
}

/** The reason that a provider's own word stands for: the first key that the word contains. */
export function hintOf(word: string, hints: Readonly<Record<string, BounceReason>>): BounceReason | null {
  const plain = word.toLowerCase().replace(/[^a-z0-9]/g, "");
  return Object.entries(hints).find(([key]) => plain.includes(key))?.[1] ?? null;
}
