import type { Tone } from "@/components/ui/tone";
import type { DecisionVerdict } from "@/server/domain/decision";

/** What a person is called on the screen: their name, else their address, else their number with us. */
export function nameOf(
  id: number,
  person: { firstName: string | null; lastName: string | null; email: string | null } | null,
): string {
  const name = [person?.firstName, person?.lastName].filter((part) => part).join(" ");
  return name || person?.email || `Customer ${id}`;
}

/** How long ago in days, in words. */
export function daysAgo(days: number): string {
  if (days < 1) return "today";
  const whole = Math.floor(days);
  return whole === 1 ? "1 day ago" : `${whole.toLocaleString("en-US")} days ago`;
}

export const VERDICT_WORDS: Record<DecisionVerdict, { tone: Tone; word: string }> = {
  "sent-on": { tone: "pass", word: "Sent on" },
  held: { tone: "hold", word: "Held" },
  blocked: { tone: "block", word: "Blocked" },
  skipped: { tone: "neutral", word: "Skipped" },
  holdout: { tone: "neutral", word: "Held out" },
};

export const SUPPRESSION_WORDS: Record<string, string> = {
  unsubscribed: "unsubscribed",
  "hard-bounce": "the address does not exist",
  complaint: "complained to their provider",
  manual: "by a person here",
  imported: "came with an import",
};

/** Codes such as `hard-bounce` as words. */
export const plain = (code: string): string => code.replaceAll("-", " ");
