import type { Word } from "./words-of";

const LINK =
  /\b(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|net|org|info|biz|co\.[a-z]{2}|[a-z]{2,3})\/\S*/i;
const ADDRESS = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const MONEY = /[£€$¥]\s?\d|\d\s?(?:[£€$¥]|(?:eur|usd|gbp|pounds?|dollars?|euros?|p|c)\b)/i;
const LONG_NUMBER = /\d[\d ()-]{6,}\d/;
/** A code to send to or to quote: five or six digits. */
const SHORT_NUMBER = /(?<!\d)\d{5,6}(?!\d)/;

/**
 * How a message looks, as features beside its words: links, addresses, money, long and short numbers, the share of
 * capitals, the count of digits and the length, the last three in steps. Such features carry much of what sets SMS spam
 * apart. Source: T. A. Almeida, J. M. G. Hidalgo, A. Yamakami 2011, "Contributions to the study of SMS spam filtering",
 * ACM DocEng, § 4 on tokens; steps are ours.
 */
export function shapesOf(text: string, words: readonly Word[]): string[] {
  const letters = words.filter(({ written }) => written.length > 2 && /\p{L}/u.test(written));
  const capitals = letters.filter(({ written }) => /^\p{Lu}+$/u.test(written)).length;
  return [
    ...(LINK.test(text) ? ["link"] : []),
    ...(ADDRESS.test(text) ? ["address"] : []),
    ...(MONEY.test(text) ? ["money"] : []),
    ...(LONG_NUMBER.test(text) ? ["long number"] : []),
    ...(SHORT_NUMBER.test(text) ? ["short number"] : []),
    `capitals ${step(letters.length === 0 ? 0 : (capitals / letters.length) * 10)}`,
    `digits ${step(text.match(/\d/g)?.length ?? 0)}`,
    `length ${step(text.length)}`,
  ];
}

/** 0, 1, 2–3, 4–7, 8–15 … as 0, 1, 2, 3, 4 … */
const step = (count: number): number => Math.floor(Math.log2(count + 1) + 1e-9);
