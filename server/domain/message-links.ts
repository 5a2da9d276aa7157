import { type Sign, writeToken } from "./token";

/** The merge fields under `links`: numbered destinations, the pixel, and the ways out. */
const SLOTS = [
  "n1",
  "n2",
  "n3",
  "n4",
  "n5",
  "n6",
  "n7",
  "n8",
  "n9",
  "open",
  "preferences",
  "unsubscribe",
] as const;
export type LinkSlot = (typeof SLOTS)[number];

/** A host that can never exist (RFC 2606): a placeholder that is followed by mistake leads nowhere. */
const NOWHERE = "https://link.invalid/";
const PLACEHOLDER = /https:\/\/link\.invalid\/(n[1-9]|open|preferences|unsubscribe)\b/g;

/** What stands for the links while a message is rendered and hashed: the same for everybody, so that preview and sending agree. */
export const LINK_PLACEHOLDERS: Readonly<Record<LinkSlot, string>> = Object.fromEntries(
  SLOTS.map((slot) => [slot, NOWHERE + slot]),
) as Record<LinkSlot, string>;

/** The addresses of one message. Each carries a token of its own purpose and nothing else. */
export function messageLinks(
  publicUrl: string,
  { customerId, outboxId }: { customerId: number; outboxId: number },
  sign: Sign,
): (slot: LinkSlot) => string {
  const token = (purpose: "unsubscribe" | "preferences" | "open" | "click", n = 0) =>
    writeToken({ purpose, customerId, outboxId, n }, sign);
  return (slot) => {
    if (slot === "unsubscribe") return `${publicUrl}/u/${token("unsubscribe")}`;
    if (slot === "preferences") return `${publicUrl}/p/${token("preferences")}`;
    if (slot === "open") return `${publicUrl}/api/o/${token("open")}`;
    return `${publicUrl}/api/c/${token("click", Number(slot.slice(1)))}`;
  };
}

/** Stands where a message to a customer has its token: the page says that this was a test, and nothing is recorded. */
export const TEST_TOKEN = "test";

/** The addresses of a test: straight to the destinations, uncounted, and ways out that change nothing. */
export function testLinks(
  publicUrl: string,
  destinations: readonly { n: number; url: string }[],
): (slot: LinkSlot) => string {
  return (slot) => {
    if (slot === "unsubscribe") return `${publicUrl}/u/${TEST_TOKEN}`;
    if (slot === "preferences") return `${publicUrl}/p/${TEST_TOKEN}`;
    if (slot === "open") return `${publicUrl}/api/o/${TEST_TOKEN}`;
    return destinations.find(({ n }) => slot === `n${n}`)?.url ?? LINK_PLACEHOLDERS[slot];
  };
}

/** Puts the addresses in place of the placeholders. */
export const fillLinks = (rendered: string, link: (slot: LinkSlot) => string): string =>
  // the pattern lets only slots by
  rendered.replace(PLACEHOLDER, (_, slot: string) => link(slot as LinkSlot));
