import { createHash } from "node:crypto";
import { canonical } from "./canonical";

/** What a reviewer approves: the words, the merge slots, the links, the offer and the brand they were written under. */
export type CreativeContent = {
  subject: string;
  preheader: string;
  html: string;
  text: string;
  slots: readonly string[];
  /** where the numbered links lead: approved words must not point elsewhere */
  links: readonly { n: number; url: string }[];
  offerId: string | null;
  brandVersion: number;
};

/** SHA-256 over the canonical content, 32 bytes. A change of one character needs a new approval. */
export function creativeHash(content: CreativeContent): Buffer {
  const { subject, preheader, html, text, slots, links, offerId, brandVersion } = content;
  const covered = { subject, preheader, html, text, slots, links, offerId, brandVersion };
  return createHash("sha256").update("creative\0").update(canonical(covered)).digest();
}

/** SHA-256 over one customer's rendering, with tracking and unsubscribe addresses as placeholders: equal in preview and in what leaves. */
export const renderHash = (rendering: { subject: string; html: string; text: string }): Buffer =>
  createHash("sha256").update("render\0").update(canonical(rendering)).digest();
