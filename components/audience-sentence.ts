import { formatCount, formatMoney } from "@/components/ui/format";
import type { Audience, Comparison } from "@/server/domain/audience";
import {
  type AudienceField,
  type AudienceOp,
  isTouch,
  isWords,
  type Match,
  rangeOf,
  ruleCount,
} from "@/server/domain/audience-fields";
import { minorOf } from "@/server/domain/money";

export const OPERATORS: Record<AudienceOp, string> = {
  ">=": "at least",
  "<=": "at most",
  "=": "is",
  "!=": "is not",
  between: "between",
  in: "is any of",
  "not-in": "is none of",
};
export const MATCH_WORDS: Record<Match, string> = {
  all: "all of these",
  any: "any of these",
  none: "none of these",
};

/** What the sentence needs to know beside the rules. */
export type AudienceWords = { currency: string; campaigns: readonly { id: number; name: string }[] };

type NumberField = Exclude<
  AudienceField,
  "country" | "category" | "vip" | "emailConsent" | "openTicket" | "touched"
>;
/** `s` ends what is counted: nothing after a single one. */
const NUMBERS: Record<NumberField, (amount: string, s: string) => string> = {
  silenceDays: (amount, s) => `last ordered ${amount} day${s} ago`,
  customerDays: (amount, s) => `first ordered ${amount} day${s} ago`,
  orders: (amount, s) => `made ${amount} order${s}`,
  orders365: (amount, s) => `made ${amount} order${s} in the last 365 days`,
  spend: (amount) => `spent ${amount}`,
  spend365: (amount) => `spent ${amount} in the last 365 days`,
  visits90: (amount) => `visited on ${amount} of the last 90 days`,
  opens90: (amount, s) => `opened ${amount} email${s} in the last 90 days`,
  clicks90: (amount, s) => `clicked in ${amount} email${s} in the last 90 days`,
};
/** Whoever never ordered has no such days, and passes when they are ruled out. */
const OF_BUYERS: readonly AudienceField[] = ["silenceDays", "customerDays"];
const YES_OR_NO: Partial<Record<AudienceField, readonly [string, string]>> = {
  vip: ["are VIP", "are not VIP"],
  emailConsent: ["agreed to email", "have not agreed to email"],
  openTicket: ["have an open support ticket", "have no open support ticket"],
};

/** The audience in one sentence of plain English. */
export function audienceSentence(audience: Audience, known: AudienceWords): string {
  if (ruleCount(audience) === 0) return "Everyone.";
  const { parts, word } = clauseOf(audience, audience.groups, known, false);
  return `People who ${listed(parts, word)}.`;
}

type Clause = { parts: readonly string[]; word: "and" | "or" };
type Group = Pick<Audience, "match" | "rules">;

/** “None of these” is said of each rule by itself: “have no open support ticket and never bought Boots”. */
function clauseOf(
  { match, rules }: Group,
  groups: readonly Group[],
  known: AudienceWords,
  outerNot: boolean,
): Clause {
  const isNot = outerNot !== (match === "none");
  const word = (match === "all") === isNot ? "or" : "and";
  const own = (match === "all" ? withRanges(rules) : rules).map((rule) => ruleWords(rule, known, isNot));
  const inner = groups
    .map((group) => clauseOf(group, [], known, isNot))
    .filter(({ parts }) => parts.length > 0);
  const [only] = own.length === 0 && inner.length === 1 ? inner : [];
  if (only !== undefined) return only;
  const nested = inner.flatMap((one) =>
    one.parts.length === 1 || one.word === word ? one.parts : [`(${listed(one.parts, one.word)})`],
  );
  return { parts: [...own, ...nested], word };
}

/** “At least” and “at most” of one number are read as a range, where the first of them stood. */
function withRanges(rules: readonly Comparison[]): readonly Comparison[] {
  const first = (of: AudienceField, as: AudienceOp | undefined) =>
    rules.find(({ field, op }) => field === of && op === as);
  return rules.flatMap((rule) => {
    const other = first(rule.field, OTHER_END[rule.op]);
    if (other === undefined || first(rule.field, rule.op) !== rule) return [rule];
    const [low, high] = rule.op === ">=" ? [rule, other] : [other, rule];
    if (Number(low.value) > Number(high.value)) return [rule];
    const isFirst = rules.indexOf(rule) < rules.indexOf(other);
    return isFirst ? [{ ...rule, op: "between", value: [Number(low.value), Number(high.value)] }] : [];
  });
}

const OTHER_END: Partial<Record<AudienceOp, AudienceOp>> = { ">=": "<=", "<=": ">=" };

function listed(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

function ruleWords(
  { field, op, value }: Comparison,
  { currency, campaigns }: AudienceWords,
  isNot: boolean,
): string {
  if (field === "touched") return touchWords((op === "=") !== isNot, value, campaigns);
  if (field === "country") return placeWords((op === "in" || op === "=") !== isNot, value);
  if (field === "category") return categoryWords((op === "in") !== isNot, value);
  const pair = YES_OR_NO[field];
  if (pair !== undefined) return pair[(value === true || value === "true") !== isNot ? 0 : 1];
  const number = field as NumberField; // what is left
  const amount = (isNot ? amountRuledOut : amountWords)(number, op, value, currency);
  const words = NUMBERS[number](amount, Number(value) === 1 ? "" : "s");
  return isNot && OF_BUYERS.includes(number) ? `${words} or never` : words;
}

function categoryWords(bought: boolean, value: Comparison["value"]): string {
  const names = listed(isWords(value) ? value : [], "or") || "…";
  return bought ? `bought ${names}` : `never bought ${names}`;
}

function placeWords(isThere: boolean, value: Comparison["value"]): string {
  const names = listed(isWords(value) ? value : [String(value)], "or") || "…";
  return isThere ? `live in ${names}` : `do not live in ${names}`;
}

function touchWords(had: boolean, value: Comparison["value"], campaigns: AudienceWords["campaigns"]): string {
  if (!isTouch(value)) return had ? "had a message" : "had no message";
  const name = campaigns.find(({ id }) => id === value.campaignId)?.name ?? `campaign ${value.campaignId}`;
  return `had ${had ? "a" : "no"} message of “${name}” in the last ${value.days} day${value.days === 1 ? "" : "s"}`;
}

type Amount = (field: AudienceField, op: AudienceOp, value: Comparison["value"], currency: string) => string;

const isMoney = (field: AudienceField): boolean => field === "spend" || field === "spend365";

const oneAmount = (field: AudienceField, amount: number, currency: string): string =>
  isMoney(field) ? formatMoney(minorOf(amount, currency), currency) : formatCount(amount);

const amountWords: Amount = (field, op, value, currency) => {
  const range = rangeOf(value);
  if (range !== null) return range.map((end) => oneAmount(field, end, currency)).join(" to ");
  const words = { ">=": "at least ", "<=": "at most ", "!=": "other than " }[op as ">=" | "<=" | "!="] ?? "";
  return `${words}${oneAmount(field, Number(value), currency)}`;
};

/** Every amount but this one. */
const amountRuledOut: Amount = (field, op, value, currency) => {
  const less = isMoney(field) || OF_BUYERS.includes(field) ? "less than" : "fewer than";
  const range = rangeOf(value)?.map((end) => oneAmount(field, end, currency));
  if (range !== undefined) return `${less} ${range[0]} or more than ${range[1]}`;
  const words = { ">=": `${less} `, "<=": "more than ", "=": "other than " }[op as ">=" | "<=" | "="] ?? "";
  return `${words}${oneAmount(field, Number(value), currency)}`;
};
