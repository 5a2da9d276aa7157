import { amountOf } from "../money";
import { cleanText } from "./clean-text";
import type { CopyBrief } from "./copy-brief";
import type { CopyText } from "./copy-text";
import { parseCopy } from "./merge-field";
import { CLAIMS, DISCOUNT_WORDS, FREE_WORDS, HURRY_WORDS, PART_PRICE, SPELT_PERCENT } from "./promise-words";

/** What is wrong with a text, where, and the words that are. `code` is stable; the console words it. */
export type CopyProblem = { field: string; code: string; span: string };

/** Longest texts, in characters. 78 is what RFC 5322 § 2.1.1 recommends for a line. */
export const COPY_LIMITS = {
  subject: 78,
  preheader: 120,
  heading: 90,
  paragraph: 600,
  callToAction: 40,
} as const;
export const MAX_PARAGRAPHS = 8;

const ADDRESS =
  /\b[a-z][a-z0-9+.-]{1,20}:\/\/\S*|\b(?:javascript|data|mailto|tel):\S*|\bwww\.\S+|\S+@\S+\.\S+|\b[a-z0-9-]{2,}\.(?:com|net|org|info|biz|io|co|de|at|ch|fr|es|it|nl|uk|eu|us|ru|cn|xyz|top|shop|store|online|site|app|dev|link|click|ly|me|tk|gl|ai)\b\S*/i;
const MARKUP = /<[a-z!/?][^>]*>?|\]\(|!\[|\[[^\]]*\]:|```/i;
const PERCENT = /(\d+(?:[.,]\d+)?)\s*(?:%|percent|per cent|prozent|pour cent|por ciento)/giu;
const MONEY =
  /(?:[$€£¥]|\b(?:usd|eur|gbp|chf)\b)\s?(\d+(?:[.,]\d+)*)|(\d+(?:[.,]\d+)*)\s?(?:[$€£¥]|\b(?:usd|eur|gbp|chf|dollars?|euros?|pounds?)\b)/giu;
const CODE = /\b(?=[A-Z0-9]*\d)(?=[A-Z0-9]*[A-Z])[A-Z0-9]{4,}\b/g;
const EXCLAMATION = /[\p{L}\p{N}]*[!¡！]+/u;
const NUMBER = /\d+(?:[.,]\d+)*/g;

/**
 * Everything that a written piece may not say, whoever wrote it: Liquid beyond the merge fields, addresses and markup,
 * hidden characters, a discount that is not the offer's, figures and claims that nobody gave, banned words, and haste and
 * exclamation marks where the brand will have none.
 * Empty: nothing is wrong. Source of the rules: docs/decisions/021.
 */
export function checkCopy(copy: CopyText, brief: CopyBrief): CopyProblem[] {
  const fields: [name: string, text: string, limit: number][] = [
    ["subject", copy.subject, COPY_LIMITS.subject],
    ["preheader", copy.preheader, COPY_LIMITS.preheader],
    ["heading", copy.heading, COPY_LIMITS.heading],
    ...copy.paragraphs.map(
      (text, i) => [`paragraphs.${i}`, text, COPY_LIMITS.paragraph] as [string, string, number],
    ),
    ["callToAction", copy.callToAction, COPY_LIMITS.callToAction],
  ];
  const problems = fields.flatMap(([field, text, limit]) => [
    ...shapeProblems(field, text, limit),
    ...fieldProblems(field, text, brief),
    ...promiseProblems(field, withoutNames(text, brief), brief),
  ]);
  if (copy.paragraphs.length === 0 || copy.paragraphs.length > MAX_PARAGRAPHS) {
    problems.push({
      field: "paragraphs",
      code: "copy.paragraph-count",
      span: String(copy.paragraphs.length),
    });
  }
  return problems;
}

function shapeProblems(field: string, text: string, limit: number): CopyProblem[] {
  const problems: CopyProblem[] = [];
  const shown = text.replace(/\{\{.*?\}\}/g, "·");
  if (text.trim() === "" && field !== "preheader") problems.push({ field, code: "copy.empty", span: "" });
  if (shown.length > limit) problems.push({ field, code: "copy.too-long", span: shown.slice(limit) });
  if (cleanText(text) !== text.normalize("NFC"))
    problems.push({ field, code: "copy.hidden-characters", span: "" });
  if (/[\r\n]/.test(text)) problems.push({ field, code: "copy.line-break", span: "" });
  return problems;
}

function fieldProblems(field: string, text: string, { offer }: CopyBrief): CopyProblem[] {
  const parts = parseCopy(text);
  if (parts === null)
    return [{ field, code: "copy.merge-field", span: text.match(/[{}]{2}.*|\{%.*/)?.[0] ?? text }];
  return parts.flatMap((part) => {
    if ("literal" in part) return [];
    const missing =
      (part.field === "offer.title" && offer === null) || (part.field === "offer.code" && !offer?.code);
    return missing ? [{ field, code: "copy.offer-field-without-offer", span: part.field }] : [];
  });
}

/** The words without merge fields and without the company's own names, which may look like an address. */
function withoutNames(text: string, { brand, company, offer }: CopyBrief): string {
  let words = text.replace(/\{\{.*?\}\}/g, " ");
  for (const name of [brand.name, company.name, offer?.title ?? ""]) {
    if (name !== "") words = words.replaceAll(name, " ");
  }
  return words;
}

function promiseProblems(field: string, words: string, brief: CopyBrief): CopyProblem[] {
  const found: [code: string, span: string | undefined][] = [
    ["copy.address", words.match(ADDRESS)?.[0]],
    ["copy.markup", words.match(MARKUP)?.[0]],
    ["copy.discount", wrongDiscount(words, brief)],
    ["copy.code", (words.match(CODE) ?? []).find((code) => code !== brief.offer?.code)],
    ["copy.figure", strangeFigure(words, brief)],
    ["copy.claim", words.match(CLAIMS)?.[0]],
    [brief.brand.noHurry ? "copy.hurry" : "copy.claim", words.match(HURRY_WORDS)?.[0]],
    ["copy.exclamation", brief.brand.noExclamations ? words.match(EXCLAMATION)?.[0] : undefined],
    ...bannedIn(words, brief.brand.bannedWords),
  ];
  return found.flatMap(([code, span]) => (span === undefined ? [] : [{ field, code, span }]));
}

const bannedIn = (words: string, banned: readonly string[]): [string, string][] =>
  banned.filter((word) => holdsWord(words, word)).map((word) => ["copy.banned-word", word]);

/** The first promise of money that the offer does not make. */
function wrongDiscount(words: string, { offer, company }: CopyBrief): string | undefined {
  for (const match of words.matchAll(PERCENT)) {
    if (offer?.kind !== "percent" || figure(match[1]) !== offer.value) return match[0];
  }
  for (const match of words.matchAll(MONEY)) {
    if (
      offer?.kind !== "amount" ||
      figure(match[1] ?? match[2]) !== amountOf(offer.value, company.currency)
    ) {
      return match[0];
    }
  }
  const free = offer?.kind === "free-shipping" ? undefined : words.match(FREE_WORDS)?.[0];
  const bare = offer === null ? words.match(DISCOUNT_WORDS)?.[0] : undefined;
  return words.match(SPELT_PERCENT)?.[0] ?? words.match(PART_PRICE)?.[0] ?? free ?? bare;
}

/** A figure that neither the offer nor the marketer's brief holds. */
function strangeFigure(words: string, { offer, company, brief }: CopyBrief): string | undefined {
  const known = new Set([...brief.matchAll(NUMBER)].map(([number]) => figure(number)));
  if (offer !== null)
    known.add(offer.kind === "percent" ? offer.value : amountOf(offer.value, company.currency));
  const plain = offer?.code ? words.replaceAll(offer.code, " ") : words;
  return (plain.match(NUMBER) ?? []).find((number) => !known.has(figure(number)));
}

const figure = (text: string | undefined): number => Number((text ?? "").replace(",", "."));

const holdsWord = (words: string, word: string): boolean =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\p{L}\\p{N}])`,
    "iu",
  ).test(words);
