import { z } from "zod";

import {
  AUDIENCE_FIELDS,
  AUDIENCE_OPS,
  type AudienceField,
  type AudienceKind,
  type AudienceOp,
  type ComparisonValue,
  isTouch,
  isWords,
  MATCHES,
  rangeOf,
} from "./audience-fields";

const scalar = z.union([z.number(), z.string().max(60), z.boolean()]);
const words = z.array(z.string().min(1).max(60)).min(1, "choose at least one").max(50);
const touch = z.object({ campaignId: z.number().int().positive(), days: z.number().int().min(1).max(365) });

const comparison = z
  .object({
    field: z.enum(Object.keys(AUDIENCE_FIELDS) as [AudienceField, ...AudienceField[]]),
    op: z.enum(AUDIENCE_OPS),
    value: z.union([scalar, z.array(z.number()).length(2), words, touch]),
  })
  .superRefine(({ field, op, value }, ctx) => {
    const problem = problemOf(AUDIENCE_FIELDS[field].kind, op, value);
    if (problem !== null) ctx.addIssue({ code: "custom", path: [problem.at], message: problem.message });
  });
export type Comparison = z.infer<typeof comparison>;

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
