import type { Channel } from "@/server/domain/goal";

const ACTION_TITLES: Readonly<Record<string, string>> = {
  offer: "Offer",
  nudge: "Nudge",
  message: "Message",
  education: "Education",
};

/** What kind of thing is done for a customer. */
export const actionWords = (action: string): string => ACTION_TITLES[action] ?? action;

/** Offer id → what it is called; an offer that is gone is shown by its id. */
export type OfferTitles = Readonly<Record<string, string>>;

/** An action with its offer, in words: `Offer: 10 % off the next order`. */
export function choiceWords(
  { action, offerId }: { action: string | null; offerId: string | null },
  offers: OfferTitles,
): string {
  if (action === null) return "Nothing chosen";
  const title = actionWords(action);
  return offerId === null ? title : `${title}: ${offers[offerId] ?? offerId}`;
}

/** A segment's id as people read it: `needs-attention` is “Needs attention”. */
export function segmentWords(segment: string | null): string {
  if (segment === null) return "None";
  return (segment.charAt(0).toUpperCase() + segment.slice(1)).replaceAll("-", " ");
}

/** By what a message reaches a person. */
export const CHANNEL_TITLES: Record<Channel, string> = { email: "Email" };
