import { type Reading, refused, taken } from "./reading";

export type ConsentState = "granted" | "withdrawn";

/** Channels that consent may be given for. */
export const CONSENT_CHANNELS = ["email", "sms", "whatsapp", "push", "phone", "post"] as const;
export type ConsentChannel = (typeof CONSENT_CHANNELS)[number];

const GRANTED = "granted subscribed subscribe optin optedin active yes true 1 consented ok ja oui";
const WITHDRAWN =
  "withdrawn unsubscribed unsubscribe optout optedout revoked removed cleaned inactive no false 0 denied complained bounced nein non";
const WORDS = new Map<string, ConsentState>([
  ...GRANTED.split(" ").map((word) => [word, "granted"] as const),
  ...WITHDRAWN.split(" ").map((word) => [word, "withdrawn"] as const),
]);

/** What a mailing system calls a subscription's state. What is neither a yes nor a no ("pending") is refused, never a yes. */
export function readConsentWord(text: string): Reading<ConsentState> {
  const state = WORDS.get(text.toLowerCase().replace(/[^a-z\d]/g, ""));
  return state === undefined ? refused("neither granted nor withdrawn") : taken(state);
}

export function readConsentChannel(text: string): Reading<ConsentChannel> {
  const plain = text.trim().toLowerCase();
  const channel = CONSENT_CHANNELS.find((one) => one === (plain === "e-mail" ? "email" : plain));
  return channel === undefined ? refused(`not a channel: ${CONSENT_CHANNELS.join(", ")}`) : taken(channel);
}

/**
 * Whether an imported word goes into the ledger, given the state in force.
 *
 * A word with a date always does: the newest date is in force. One without speaks of today, and counts only where it
 * changes something; a yes without a date never takes back a no.
 */
export function isNews(word: { state: ConsentState; dated: boolean }, inForce: ConsentState | null): boolean {
  if (word.dated) return true;
  return word.state === "withdrawn" ? inForce !== "withdrawn" : inForce === null;
}
