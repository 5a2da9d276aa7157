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
const NUMBERS: Record<NumberField, (amount: string) => string> = {
  silenceDays: (amount) => `last ordered ${amount} days ago`,
  customerDays: (amount) => `first ordered ${amount} days ago`,
  orders: (amount) => `made ${amount} orders`,
  orders365: (amount) => `made ${amount} orders in the last 365 days`,
  spend: (amount) => `spent ${amount}`,
  spend365: (amount) => `spent ${amount} in the last 365 days`,
  visits90: (amount) => `visited on ${amount} of the last 90 days`,
  opens90: (amount) => `opened ${amount} emails in the last 90 days`,
  clicks90: (amount) => `clicked in ${amount} emails in the last 90 days`,
};
const YES_OR_NO: Partial<Record<AudienceField, readonly [string, string]>> = {
  vip: ["are VIP", "are not VIP"],
  emailConsent: ["agreed to email", "have not agreed to email"],
  openTicket: ["have an open support ticket", "have no open support ticket"],
};

/** The audience in one sentence of plain English. */
export function audienceSentence(audience: Audience, known: AudienceWords): string {
  if (ruleCount(audience) === 0) return "Everyone.";
  const own = rulesWords(audience, known);
  const groups = audience.groups.map((group) => joined(group.match, rulesWords(group, known)));
  const [only] = own.length === 0 && groups.length === 1 ? groups : [];
  if (only !== undefined && audience.match !== "none") return `People who ${only}.`;
  const nested = groups.map((group) =>
    own.length + groups.length > 1 && !group.startsWith("match none") ? `(${group})` : group,
  );
  return `People who ${joined(audience.match, [...own, ...nested])}.`;
}

const rulesWords = ({ match, rules }: Pick<Audience, "match" | "rules">, known: AudienceWords): string[] =>
  (match === "all" ? withRanges(rules) : rules).map((rule) => ruleWords(rule, known));

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

function joined(match: Match, parts: readonly string[]): string {
  if (match === "none") return `match none of: ${parts.join("; ")}`;
  return listed(parts, match === "all" ? "and" : "or");
}

function listed(parts: readonly string[], word: string): string {
  if (parts.length < 2) return parts[0] ?? "";
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1)}`;
}

function ruleWords({ field, op, value }: Comparison, { currency, campaigns }: AudienceWords): string {
  if (field === "touched") return touchWords(op, value, campaigns);
  if (field === "country") return placeWords(op, value);
  if (field === "category") {
    const names = listed(isWords(value) ? value : [], "or") || "…";
    return op === "in" ? `bought ${names}` : `never bought ${names}`;
  }
  const pair = YES_OR_NO[field];
  if (pair !== undefined) return pair[value === true || value === "true" ? 0 : 1];
  return NUMBERS[field as NumberField](amountWords(field, op, value, currency));
}

function placeWords(op: AudienceOp, value: Comparison["value"]): string {
  const names = listed(isWords(value) ? value : [String(value)], "or") || "…";
  return op === "in" || op === "=" ? `live in ${names}` : `do not live in ${names}`;
}

function touchWords(
  op: AudienceOp,
  value: Comparison["value"],
  campaigns: AudienceWords["campaigns"],
): string {
  if (!isTouch(value)) return "had a message";
  const name = campaigns.find(({ id }) => id === value.campaignId)?.name ?? `campaign ${value.campaignId}`;
  return `had ${op === "=" ? "a" : "no"} message of “${name}” in the last ${value.days} days`;
}

function amountWords(
  field: AudienceField,
  op: AudienceOp,
  value: Comparison["value"],
  currency: string,
): string {
  const one = (amount: number) =>
    field === "spend" || field === "spend365"
      ? formatMoney(minorOf(amount, currency), currency)
      : formatCount(amount);
  const range = rangeOf(value);
  if (range !== null) return `${one(range[0])} to ${one(range[1])}`;
  const words = { ">=": "at least ", "<=": "at most ", "!=": "other than " }[op as ">=" | "<=" | "!="] ?? "";
  return `${words}${one(Number(value))}`;
}
