import { z } from "zod";

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

const scalar = z.union([z.number(), z.string().max(60), z.boolean()]);
const words = z.array(z.string().min(1).max(60)).min(1, "choose at least one").max(50);
const touch = z.object({ campaignId: z.number().int().positive(), days: z.number().int().min(1).max(365) });

const comparison = z
  .object({
    field: z.enum(Object.keys(AUDIENCE_FIELDS) as [AudienceField, ...AudienceField[]]),
    op: z.enum(AUDIENCE_OPS),
    /** days, counts, decimal money, ISO country, true or false; a pair for between; words for in; campaign and days */
    value: z.union([scalar, z.array(z.number()).length(2), words, touch]),
  })
  .superRefine(({ field, op, value }, ctx) => {
    const problem = problemOf(AUDIENCE_FIELDS[field].kind, op, value);
    if (problem !== null) ctx.addIssue({ code: "custom", path: [problem.at], message: problem.message });
  });
export type Comparison = z.infer<typeof comparison>;
export type ComparisonValue = Comparison["value"];
export type TouchValue = z.infer<typeof touch>;

type Problem = { at: "op" | "value"; message: string };
/** Which operators each kind takes: those that the console offers, and every plain one that old versions may hold. */
const TAKES: Record<AudienceKind, ReadonlySet<AudienceOp>> = {
  number: new Set([">=", "<=", "=", "!=", "between"]),
  text: new Set([">=", "<=", "=", "!=", "in", "not-in"]),
  list: new Set(["in", "not-in"]),
  boolean: new Set([">=", "<=", "=", "!="]),
  touch: new Set(["=", "!="]),
};

/** Why a comparison cannot be asked; null where it can. */
function problemOf(kind: AudienceKind, op: AudienceOp, value: ComparisonValue): Problem | null {
  if (!TAKES[kind].has(op)) return { at: "op", message: `${op} does not fit this fact` };
  const message = valueProblem(kind, op, value);
  return message === null ? null : { at: "value", message };
}

function valueProblem(kind: AudienceKind, op: AudienceOp, value: ComparisonValue): string | null {
  if (kind === "touch") return isTouch(value) ? null : "choose a campaign and a number of days";
  if (op === "between") return rangeProblem(rangeOf(value));
  if (op === "in" || op === "not-in") return isWords(value) ? null : "choose at least one";
  return typeof value === "object" ? "give one value" : null;
}

function rangeProblem(range: readonly [number, number] | null): string | null {
  if (range === null) return "give two numbers";
  return range[0] <= range[1] ? null : "the first number must not exceed the second";
}

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

const group = z.object({ match: z.enum(MATCHES), rules: z.array(comparison).min(1).max(20) });
export type AudienceGroup = z.infer<typeof group>;

const modern = z.object({
  match: z.enum(MATCHES).default("all"),
  rules: z.array(comparison).max(20).default([]),
  groups: z.array(group).max(10).default([]),
});
export type Audience = z.infer<typeof modern>;

/** Versions from before groups hold `all` alone; they are never rewritten, so that both are read. */
type Given = z.input<typeof modern> | { all: readonly z.input<typeof comparison>[] };

/**
 * Whom a campaign is for: rules, and groups of rules one level down. With neither it is everyone. A fact that is unknown
 * fits no comparison, so that “none of” lets such a person by.
 */
export const audience = z.preprocess(
  (given: Given): z.input<typeof modern> =>
    isPlainList(given) ? { match: "all", rules: [...given.all], groups: [] } : given,
  modern,
);

const isPlainList = (given: Given): given is Extract<Given, { all: unknown }> =>
  typeof given === "object" && given !== null && "all" in given && Array.isArray(given.all);

/** How many comparisons an audience makes. */
export const ruleCount = ({ rules, groups }: Audience): number =>
  rules.length + groups.reduce((sum, { rules: inside }) => sum + inside.length, 0);
