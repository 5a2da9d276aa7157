import type { ArmSums } from "../stats/arm-moments";
import { type Comparison, compareArms } from "../stats/compare-arms";
import { holm } from "../stats/corrected";
import { sampleRatioAtAnyTime } from "../stats/sample-ratio-sequence";
import { RATIO_ALARM, type StoppingRule } from "./stopping-rule";

export type Better = "up" | "down";
/** One metric in all variants, the baseline first. */
export type MetricSums = {
  id: string;
  better: Better;
  role: "goal" | "guardrail" | "other";
  arms: readonly ArmSums[];
};

export type Asked = {
  metrics: readonly MetricSums[];
  /** the shares in which people were to be split, the baseline first */
  weights: readonly number[];
  days: number;
  rule: StoppingRule;
};

/** What a variant differs by from the baseline in one metric; null where nothing can be said yet. */
export type VariantResult = {
  /** always valid, on the absolute difference: what is decided on */
  absolute: Comparison | null;
  /** at one look, for reading only: a relative interval that is looked at early misses too often */
  relative: Comparison | null;
  /** the probability that the variant is better, from a flat prior */
  chanceToWin: number | null;
  /** of a metric that does not decide: its p, corrected for how many such there are (Holm); else null */
  correctedP: number | null;
};
export type MetricResult = {
  id: string;
  better: Better;
  role: MetricSums["role"];
  variants: VariantResult[];
};

export type Status =
  | { kind: "split-is-off"; p: number }
  | { kind: "keep-running"; peopleMissing: number; daysMissing: number }
  | { kind: "guardrail"; metric: string; variant: number }
  | { kind: "ship"; variant: number }
  | { kind: "keep-baseline"; metric: string };

export type Judged = {
  status: Status;
  metrics: MetricResult[];
  /** the p of a split as planned, valid at every look; null with fewer than two variants */
  split: number | null;
};

/**
 * Reads an experiment as it stands. It may be asked at any time: the intervals that decide are valid at every look.
 *
 * In this order: the split is off; a guardrail got worse beyond doubt; too few people or days; a variant is better in the
 * goal beyond doubt (the largest gain of several); all variants are worse beyond doubt; else it goes on. Several variants
 * share the error: each is compared at alpha divided by their number (Bonferroni).
 */
export function judge({ metrics, weights, days, rule }: Asked): Judged {
  const goal = metrics.find(({ role }) => role === "goal");
  const people = goal?.arms.map(({ n }) => n) ?? [];
  const alpha = rule.alpha / Math.max(1, people.length - 1);
  const tuning = 2 * rule.leastPerVariant;
  const results = corrected(metrics.map((metric) => resultOf(metric, alpha, tuning)));
  const split = people.length < 2 ? null : sampleRatioAtAnyTime(people, weights);
  return { status: statusOf(results, people, split, days, rule), metrics: results, split };
}

function resultOf({ id, better, role, arms }: MetricSums, alpha: number, tuning: number): MetricResult {
  const [baseline, ...variants] = arms;
  return {
    id,
    better,
    role,
    variants: variants.map((variant) => {
      if (baseline === undefined)
        return { absolute: null, relative: null, chanceToWin: null, correctedP: null };
      const compared = (options: Partial<Parameters<typeof compareArms>[2]>) =>
        compareArms(baseline, variant, { difference: "absolute", alpha, sides: 2, ...options });
      const above = compared({ prior: "flat" })?.chanceToWin ?? null;
      return {
        absolute: compared({ tuning }),
        relative: compared({ difference: "relative" }),
        chanceToWin: above === null || better === "up" ? above : 1 - above,
        correctedP: null,
      };
    }),
  };
}

/** Metrics that are looked through, and decide nothing: one of many differs by chance sooner than one alone. */
function corrected(results: readonly MetricResult[]): MetricResult[] {
  const others = results.filter(({ role }) => role === "other").flatMap(({ variants }) => variants);
  const known = others.filter(({ absolute }) => absolute !== null);
  const ps = holm(known.map(({ absolute }) => absolute?.p ?? 1));
  const byVariant = new Map(known.map((variant, at) => [variant, ps[at] ?? null]));
  return results.map((result) => ({
    ...result,
    variants: result.variants.map((variant) => ({ ...variant, correctedP: byVariant.get(variant) ?? null })),
  }));
}

function statusOf(
  results: readonly MetricResult[],
  people: readonly number[],
  split: Judged["split"],
  days: number,
  rule: StoppingRule,
): Status {
  if (split !== null && split < RATIO_ALARM) return { kind: "split-is-off", p: split };
  const peopleMissing = Math.max(0, rule.leastPerVariant - Math.min(...people, rule.leastPerVariant));
  const daysMissing = Math.max(0, rule.leastDays - days);
  const broken = brokenGuardrail(results);
  if (broken !== null) return broken;
  const waiting: Status = { kind: "keep-running", peopleMissing, daysMissing };
  if (people.length < 2 || peopleMissing > 0 || daysMissing > 0) return waiting;
  const goal = results.find(({ role }) => role === "goal");
  if (goal === undefined) return waiting;
  const sides = goal.variants.map((variant) => sideOf(variant, goal.better));
  const gains = goal.variants.map(
    ({ absolute }) => (absolute?.effect ?? 0) * (goal.better === "up" ? 1 : -1),
  );
  const better = sides.flatMap((side, variant) => (side === "better" ? [variant] : []));
  if (better.length > 0) return { kind: "ship", variant: best(better, gains) + 1 };
  return sides.every((side) => side === "worse") ? { kind: "keep-baseline", metric: goal.id } : waiting;
}

function brokenGuardrail(results: readonly MetricResult[]): Status | null {
  for (const { id, better, role, variants } of results) {
    const variant = role === "guardrail" ? variants.findIndex((one) => sideOf(one, better) === "worse") : -1;
    if (variant >= 0) return { kind: "guardrail", metric: id, variant: variant + 1 };
  }
  return null;
}

const best = (candidates: readonly number[], gains: readonly number[]): number =>
  candidates.reduce((most, one) => ((gains[one] ?? 0) > (gains[most] ?? 0) ? one : most));

function sideOf({ absolute }: VariantResult, better: Better): "better" | "worse" | "open" {
  const [low, high] = absolute?.ci ?? [null, null];
  if (low !== null && low > 0) return better === "up" ? "better" : "worse";
  if (high !== null && high < 0) return better === "up" ? "worse" : "better";
  return "open";
}
