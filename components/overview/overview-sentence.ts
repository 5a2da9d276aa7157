import type { Answer } from "@/components/api-types";

type Overview = Answer["figures"]["overview"];

const WHOLE = 100;

/** What the first row says, in a sentence or two. `other` is the attributed figure of the period before, minor units. */
export function overviewSentence({ revenuePerTouch, lift }: Overview, other: number | null): string {
  if (revenuePerTouch.kind === "missing")
    return "Too few people have ordered after a message to say what marketing earned.";
  if (other === null) return "What marketing earned, and what it earned beyond what would have come anyway.";
  const { value } = revenuePerTouch;
  return `${movedWords(value, other)} ${addedWords(lift.perTouch, value)}`.trim();
}

function movedWords(value: number, other: number): string {
  if (value === other) return "Marketing earned as much per touch as in the period before.";
  return `Marketing earned ${value > other ? "more" : "less"} per touch than in the period before.`;
}

function addedWords(perTouch: Overview["lift"]["perTouch"], attributed: number): string {
  if (perTouch.kind === "missing") return "";
  if (perTouch.low <= 0 && perTouch.high >= 0) return "What it added cannot be told from chance yet.";
  if (perTouch.value < 0) return "People who were left alone spent more.";
  const share = Math.round((perTouch.value / attributed) * WHOLE);
  return share > WHOLE
    ? "It added more than the orders that are attributed to it."
    : `About ${share} % of it would not have come without a message.`;
}
