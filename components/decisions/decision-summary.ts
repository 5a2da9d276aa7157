import { choiceWords, type OfferTitles, segmentWords } from "@/components/choice-words";
import { reasonWords } from "@/components/reason-words";
import { formatNumber } from "@/components/ui/format";
import { deliveredWords, reviewedWords } from "./aftermath-words";
import type { Explained } from "./decision-words";

type Told = Pick<Explained, "decision" | "candidates"> & Partial<Pick<Explained, "review" | "outbox">>;

/** The decision in a few sentences: segment, choice, and what followed. */
export function decisionSummary(told: Told, offers: OfferTitles, timeZone: string): string {
  const { decision, candidates } = told;
  const { segment, action } = decision;
  const found = segment === null ? "No segment was found." : `In segment “${segmentWords(segment)}”.`;
  if (action === null) return `${found} ${sentence(decision.reasons)}`;
  const allowed = candidates.filter(({ refused }) => refused === null).length;
  const chance = formatNumber(decision.propensity);
  const drawn = `Of ${candidates.length} candidates ${allowed} were allowed; “${choiceWords(decision, offers)}” was drawn with a chance of ${chance}.`;
  return `${found} ${drawn} ${END[decision.verdict](decision.reasons)} ${since(told, timeZone)}`.trim();
}

const since = (told: Told, timeZone: string): string =>
  [reviewedWords(told, timeZone), deliveredWords(told, timeZone)].filter(Boolean).join(" ");

const END: Record<Explained["decision"]["verdict"], (reasons: readonly string[]) => string> = {
  "sent-on": () => "Every guardrail let it by, and nobody needed to look.",
  held: (reasons) => `It is held until a person has looked. ${sentence(reasons)}`,
  blocked: (reasons) => `A guardrail stopped it, so nothing is sent. ${sentence(reasons)}`,
  skipped: (reasons) => `Nothing is sent. ${sentence(reasons)}`,
  holdout: (reasons) => sentence(reasons),
};

const sentence = (reasons: readonly string[]): string =>
  reasons.map((code) => `${reasonWords(code)}.`).join(" ") || "The line ended here.";
