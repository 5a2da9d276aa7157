/**
 * Facts that an audience may be picked by, with the unit the console shows. `list` is any of several words, `touch` a
 * campaign and a number of days. What is judged by a score is left to the guardrails: no rule exists in two languages.
 */
export const AUDIENCE_FIELDS = {
  silenceDays: { title: "Days since the last order", unit: "days", kind: "number" },
  orders: { title: "Orders, ever", unit: "orders", kind: "number" },
  orders365: { title: "Orders in the last 365 days", unit: "orders", kind: "number" },
  spend: { title: "Spent, ever", unit: "money", kind: "number" },
  spend365: { title: "Spent in the last 365 days", unit: "money", kind: "number" },
  customerDays: { title: "Days since the first order", unit: "days", kind: "number" },
  category: { title: "Category bought", unit: "categories", kind: "list" },
  country: { title: "Country", unit: "code", kind: "text" },
  vip: { title: "VIP", unit: "yes or no", kind: "boolean" },
  emailConsent: { title: "Consent for email", unit: "yes or no", kind: "boolean" },
  openTicket: { title: "Open support ticket", unit: "yes or no", kind: "boolean" },
  visits90: { title: "Days with a visit, of the last 90", unit: "days", kind: "number" },
  opens90: { title: "Emails opened in the last 90 days", unit: "emails", kind: "number" },
  clicks90: { title: "Emails clicked in the last 90 days", unit: "emails", kind: "number" },
  touched: { title: "Message of a campaign", unit: "campaign", kind: "touch" },
} as const;
export type AudienceField = keyof typeof AUDIENCE_FIELDS;
export type AudienceKind = (typeof AUDIENCE_FIELDS)[AudienceField]["kind"];

export const AUDIENCE_OPS = [">=", "<=", "=", "!=", "between", "in", "not-in"] as const;
export type AudienceOp = (typeof AUDIENCE_OPS)[number];

/** The comparisons that make sense for a kind of fact, the usual one first. */
export const OPS_OF: Record<AudienceKind, readonly [AudienceOp, ...AudienceOp[]]> = {
  number: [">=", "<=", "between", "="],
  text: ["in", "not-in"],
  list: ["in", "not-in"],
  boolean: ["="],
  touch: ["=", "!="],
};

/** A campaign whose message somebody got, within so many days. */
export type TouchValue = { campaignId: number; days: number };
/** days, counts, decimal money, ISO country, true or false; a pair for between; words for in; campaign and days */
export type ComparisonValue = number | string | boolean | number[] | string[] | TouchValue;

/** The two ends of a range; null for anything else. */
export function rangeOf(value: ComparisonValue): readonly [number, number] | null {
  if (!Array.isArray(value)) return null;
  const [low, high] = value;
  return typeof low === "number" && typeof high === "number" ? [low, high] : null;
}

export const isWords = (value: ComparisonValue): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");

export const isTouch = (value: ComparisonValue): value is TouchValue =>
  typeof value === "object" && !Array.isArray(value);

export const MATCHES = ["all", "any", "none"] as const;
/** How the rules of a group count together. */
export type Match = (typeof MATCHES)[number];

type Ruled = { rules: readonly unknown[] };

/** How many comparisons an audience makes. */
export const ruleCount = ({ rules, groups }: Ruled & { groups: readonly Ruled[] }): number =>
  rules.length + groups.reduce((sum, { rules: inside }) => sum + inside.length, 0);
