import type { ArmSums } from "../stats/arm-moments";
import type { MetricSums } from "./judge";

/** What came of the people of one variant, each counted once. */
export type VariantCounts = {
  people: number;
  opened: number;
  clicked: number;
  ordered: number;
  unsubscribed: number;
  complained: number;
  bounced: number;
  revenueMinor: number;
  /** of one person's revenue, in squared minor units */
  revenueSquares: number;
};

export const EXPERIMENT_METRICS = [
  { id: "ordered", title: "Ordered", role: "goal", better: "up", of: "ordered" },
  { id: "revenue", title: "Revenue a person", role: "other", better: "up", of: null },
  { id: "clicked", title: "Clicked", role: "other", better: "up", of: "clicked" },
  { id: "opened", title: "Opened", role: "other", better: "up", of: "opened" },
  { id: "unsubscribed", title: "Unsubscribed", role: "guardrail", better: "down", of: "unsubscribed" },
  { id: "complained", title: "Complained", role: "guardrail", better: "down", of: "complained" },
  { id: "bounced", title: "Bounced", role: "guardrail", better: "down", of: "bounced" },
] as const;
export type ExperimentMetric = (typeof EXPERIMENT_METRICS)[number]["id"];

/** The metrics of an experiment on words, from the counts of its variants, the baseline first. Revenue in minor units. */
export const variantMetrics = (variants: readonly VariantCounts[]): MetricSums[] =>
  EXPERIMENT_METRICS.map(({ id, role, better, of }) => ({
    id,
    role,
    better,
    arms: variants.map(
      (counts): ArmSums =>
        of === null
          ? { type: "mean", n: counts.people, sum: counts.revenueMinor, sumSquares: counts.revenueSquares }
          : { type: "proportion", n: counts.people, sum: counts[of] },
    ),
  }));
