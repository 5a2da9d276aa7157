import type { Brand } from "../settings/brand";
import type { Company } from "../settings/company";
import type { Offer } from "../settings/configuration";
import type { CopyText } from "./copy-text";
import { emailMjml } from "./email-mjml";
import { EMAIL_WORDS, type Language } from "./email-words";
import { type CopyPart, inert, liquidOf, type MergeField, parseCopy } from "./merge-field";
import { offerLine } from "./offer-line";

export type EmailInput = {
  copy: CopyText;
  brand: Brand;
  company: Company;
  offer: Offer | null;
  language: Language;
};

/** Destinations of the tracked links, by their number. They are stored; a mail carries only the number. */
export type EmailLink = { n: number; url: string };

/** A piece laid out, before MJML is compiled. `slots` are the merge fields that are filled for each customer. */
export type EmailLayout = {
  subject: string;
  preheader: string;
  mjml: string;
  text: string;
  slots: string[];
  links: EmailLink[];
};

/** The links of every message; `n1` is the call to action, `n2` the name at the top. */
const LINK_SLOTS = ["links.n1", "links.n2", "links.open", "links.preferences", "links.unsubscribe"];

/**
 * Puts written words into the brand's layout. Offer and company become words here, so that a reviewer approves them;
 * the person's name and the links stay Liquid. Throws on copy that `checkCopy` would refuse.
 */
export function layoutEmail({ copy, brand, company, offer, language }: EmailInput): EmailLayout {
  const slots = new Set(LINK_SLOTS);
  const known: Partial<Record<MergeField, string>> = {
    "company.name": company.name,
    "offer.title": offer?.title ?? "",
    "offer.code": offer?.code ?? "",
  };
  const fill = (text: string, encode: (text: string) => string): string => {
    const parts = parseCopy(text);
    if (parts === null) throw new Error(`the copy holds Liquid that is not allowed: ${text.slice(0, 80)}`);
    return parts.map((part) => fillPart(part, known, encode, slots)).join("");
  };
  const plain = (text: string) => fill(text, inert);
  const html = (text: string) => fill(text, (literal) => escapeXml(inert(literal)));
  const words = EMAIL_WORDS[language];
  const required = brand.requiredPhrases ?? [];
  const offerText = offer === null ? null : offerLine(offer, language, company.currency);
  const code = offer?.code ?? null;

  const mjml = emailMjml({
    language,
    brand,
    title: escapeXml(inert(brand.name)),
    preheader: html(copy.preheader),
    heading: html(copy.heading),
    paragraphs: copy.paragraphs.map(html),
    callToAction: html(copy.callToAction),
    offer: offerText === null ? null : escapeXml(offerText),
    code: code === null ? null : `${words.code}: <strong>${escapeXml(inert(code))}</strong>`,
    signature: escapeXml(inert(brand.signature)),
    required: required.map((phrase) => escapeXml(inert(phrase))),
    why: escapeXml(words.why),
    sender: escapeXml(inert(senderLine(company, words.sender))),
    unsubscribe: escapeXml(words.unsubscribe),
    preferences: escapeXml(words.preferences),
  });
  const text = [
    plain(copy.heading),
    ...copy.paragraphs.map(plain),
    offerText === null
      ? ""
      : [offerText, code === null ? "" : `${words.code}: ${inert(code)}`].join("\n").trim(),
    `${plain(copy.callToAction)}: {{ links.n1 }}`,
    inert(brand.signature),
    ...required.map(inert),
    `-- \n${words.why}\n${inert(senderLine(company, words.sender))}\n${words.unsubscribe}: {{ links.unsubscribe }}\n${words.preferences}: {{ links.preferences }}`,
  ]
    .filter((block) => block !== "")
    .join("\n\n");

  const links = [1, 2].map((n) => ({ n, url: company.websiteUrl }));
  return {
    subject: plain(copy.subject),
    preheader: plain(copy.preheader),
    mjml,
    text,
    slots: [...slots].sort(),
    links,
  };
}

function fillPart(
  part: CopyPart,
  known: Partial<Record<MergeField, string>>,
  encode: (text: string) => string,
  slots: Set<string>,
): string {
  if ("literal" in part) return encode(part.literal);
  const word = known[part.field];
  if (word !== undefined) return encode(word === "" ? (part.fallback ?? "") : word);
  slots.add(part.field);
  return liquidOf(part.field, part.fallback);
}

/** Name and postal address, as the law asks for (CAN-SPAM, 15 U.S.C. § 7704(a)(5)); an address may begin with the name. */
function senderLine({ name, postalAddress }: Company, sentBy: string): string {
  const address = postalAddress.split(/\s*\n\s*/).filter((line) => line !== "");
  const isNamed = address[0]?.split(",")[0]?.trim().toLowerCase() === name.trim().toLowerCase();
  return `${sentBy} ${(isNamed ? address : [name, ...address]).join(", ")}`;
}

const escapeXml = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
