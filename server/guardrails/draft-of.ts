import type { Channel } from "@/server/domain/goal";
import type { Offer } from "@/server/domain/settings/configuration";
import type { Draft } from "./contract";

/** The merge field of the unsubscribe address. A layout without it cannot be sent. */
const UNSUBSCRIBE_SLOT = /\{\{-?\s*(?:links\.unsubscribe|unsubscribeUrl)\s*(?:\|[^}]*)?-?\}\}/;
const PERCENT = /(\d{1,3}(?:[.,]\d+)?)\s*(?:%|percent\b|per cent\b|prozent\b|pour cent\b|por ciento\b)/gi;

/** A creative or a rendering, as it is stored. `unsubscribeUrl` is the customer's own address once rendered; null for a creative. */
type Piece = {
  channel: Channel;
  subject: string;
  html: string;
  text: string;
  unsubscribeUrl: string | null;
};

/** The draft of a piece: what guardrails read of it. Done once per creative, not once per customer. */
export function draftOf(piece: Piece, offer: Offer | null, postalAddress: string): Draft {
  const { channel, subject, html, text, unsubscribeUrl } = piece;
  const carries = (body: string) =>
    unsubscribeUrl === null ? UNSUBSCRIBE_SLOT.test(body) : names(body, unsubscribeUrl);
  return {
    channel,
    subject,
    text,
    html,
    offer,
    postalAddress,
    hasUnsubscribe: carries(html) && carries(text),
    percentsNamed: percentsIn(`${subject}\n${text}`),
  };
}

/** HTML writes an ampersand as an entity. */
const names = (body: string, url: string) =>
  url !== "" && (body.includes(url) || body.includes(url.replaceAll("&", "&amp;")));

function percentsIn(words: string): number[] {
  const found = new Set<number>();
  for (const [, figure = ""] of words.matchAll(PERCENT)) found.add(Number(figure.replace(",", ".")));
  return [...found];
}
