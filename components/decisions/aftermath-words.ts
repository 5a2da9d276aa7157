import { actorWords } from "@/components/actor-words";
import { formatInstant } from "@/components/ui/format";
import type { Tone } from "@/components/ui/tone";
import { type Explained, OUTBOX_WORDS, REVIEW_WORDS, VERDICT_WORDS } from "./decision-words";

type Aftermath = Partial<Pick<Explained, "review" | "outbox">>;

/** Where a decision stands now: as it was decided, then reviewed, then sent. */
export function statusOf(told: Aftermath & Pick<Explained, "decision">): { tone: Tone; word: string } {
  const { decision, review, outbox } = told;
  const decided = VERDICT_WORDS[decision.verdict];
  const reviewed = decision.verdict === "held" && review ? REVIEW_WORDS[review.state] : undefined;
  const delivered = outbox ? OUTBOX_WORDS[outbox.state] : undefined;
  if (reviewed === undefined || delivered === undefined) return delivered ?? reviewed ?? decided;
  return { tone: delivered.tone, word: `${reviewed.word}, ${delivered.word.toLowerCase()}` };
}

/** What a person made of a message that was held for them, in one sentence; null while nobody decided. */
export function reviewedWords({ review }: Aftermath, timeZone: string): string | null {
  if (!review || review.state === "held") return null;
  if (review.state === "expired") return "Nobody decided in time, so nothing is sent.";
  const when = formatInstant(review.decidedAt, timeZone);
  const who = review.decidedBy === null ? "Somebody" : actorWords(review.decidedBy, null);
  if (review.state === "rejected") return `${who} rejected it on ${when}, so nothing is sent.`;
  return `${who} ${review.edited ? "edited and approved" : "approved"} it on ${when}.`;
}

/** What became of the message after that; empty while it waits for a person. */
export function deliveredWords({ outbox }: Aftermath, timeZone: string): string {
  if (!outbox) return "";
  if (outbox.state === "sent") return `It was sent on ${formatInstant(outbox.settledAt, timeZone)}.`;
  if (outbox.state === "ready")
    return `It waits to be sent, not before ${formatInstant(outbox.notBefore, timeZone)}.`;
  return `The message: ${(OUTBOX_WORDS[outbox.state]?.word ?? outbox.state).toLowerCase()}.`;
}
