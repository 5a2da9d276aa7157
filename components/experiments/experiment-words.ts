import type { ComponentProps } from "react";
import type { Answer } from "@/components/api-types";
import { formatCount } from "@/components/ui/format";
import type { Status } from "@/components/ui/status";
import { EXPERIMENT_METRICS } from "@/server/domain/experiment/variant-metrics";

export type Experiment = Answer["experiment"]["get"];
type Said = { tone: NonNullable<ComponentProps<typeof Status>["tone"]>; word: string; text: string };

export const metricTitle = (id: string): string =>
  EXPERIMENT_METRICS.find((metric) => metric.id === id)?.title ?? id;

/** Where an experiment stands, in a word and a sentence. */
export function statusWords(
  experiment: Pick<Experiment, "status" | "variants" | "names" | "daysLeft" | "rule">,
): Said {
  const { status, variants, names } = experiment;
  const name = (variant: number) => (names[variant] ?? "").toUpperCase();
  if (variants.length < 2)
    return {
      tone: "draft",
      word: "Waits for messages",
      text: "Two variants are compared once both have left.",
    };
  if (status.kind === "split-is-off")
    return {
      tone: "block",
      word: "Stop: sample ratio is off",
      text: "People were not split evenly, and not by chance. Nothing that is shown here can be trusted.",
    };
  if (status.kind === "guardrail")
    return {
      tone: "block",
      word: `Stop ${name(status.variant)}`,
      text: `${metricTitle(status.metric)} got worse with ${name(status.variant)}, beyond doubt.`,
    };
  if (status.kind === "ship")
    return {
      tone: "pass",
      word: `Ship ${name(status.variant)}`,
      text: `${name(status.variant)} is better, beyond doubt.`,
    };
  if (status.kind === "keep-baseline")
    return {
      tone: "neutral",
      word: `Keep ${name(0)}`,
      text: `${metricTitle(status.metric)} got worse with every other variant, beyond doubt.`,
    };
  return { tone: "info", word: runningWord(experiment.daysLeft), text: missingText(experiment) };
}

const runningWord = (days: number | null): string =>
  days === null ? "Keep running" : `Keep running, about ${formatCount(days)} ${days === 1 ? "day" : "days"}`;

function missingText({ status, rule, daysLeft }: Pick<Experiment, "status" | "rule" | "daysLeft">): string {
  if (status.kind !== "keep-running") return "";
  const { peopleMissing, daysMissing } = status;
  const people = `${formatCount(peopleMissing)} of ${formatCount(rule.leastPerVariant)} people are still missing in the smallest variant`;
  if (peopleMissing > 0) return `${people}.`;
  if (daysMissing > 0) return `It decides after ${formatCount(rule.leastDays)} days at the earliest.`;
  return daysLeft === null
    ? "What differs, if anything, is too small to be found within half a year."
    : "The difference cannot be told from chance yet.";
}
