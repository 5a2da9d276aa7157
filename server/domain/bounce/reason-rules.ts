import type { BounceReason } from "./bounce-reason";
import { mailRules } from "./rules-mail";
import { recipientRules, roomRules } from "./rules-recipient";
import { senderRules } from "./rules-sender";
import { transportRules } from "./rules-transport";

/** A family of words that stand for a reason. Tested on `replyWords`. */
export type ReasonRule = {
  reason: BounceReason;
  words: RegExp;
  /** where these words mean nothing or something else */
  unless?: RegExp;
};

/** The special before the general: a full mailbox is also an unavailable one, and a missing PTR also spam. */
const RULES = [...roomRules, ...senderRules, ...mailRules, ...recipientRules, ...transportRules];

/** What the words of a server mean, first match first; null: no rule knows them. */
export function reasonOfWords(words: string): BounceReason | null {
  const found = RULES.find((rule) => rule.words.test(words) && !(rule.unless?.test(words) ?? false));
  return found?.reason ?? null;
}
