import type { Answer } from "@/components/api-types";
import { reasonWords } from "@/components/reason-words";
import type { Tone } from "@/components/ui/tone";
import type { Autonomy } from "@/server/domain/campaign-state";

type Reach = Answer["campaign"]["reach"];
type StepName = Reach["steps"][number]["step"];
type Fate = Reach["people"][number]["fate"];

/** Each step of the funnel: what is left after it, and what those are who drop out. */
export const REACH_WORDS: Record<StepName, { left: string; stopped: string }> = {
  consent: { left: "Consent and an address", stopped: "without" },
  suppression: { left: "Not suppressed, mail arrives", stopped: "suppressed or bouncing" },
  engagement: { left: "Engagement above the floor", stopped: "below" },
  frequency: { left: "Under the cap of messages", stopped: "at the cap" },
  "other-rules": { left: "No other rule stops them", stopped: "stopped" },
  segment: { left: "In a segment of the goal", stopped: "in none" },
  rollout: { left: "Inside the rollout", stopped: "outside" },
  holdout: { left: "After the holdouts", stopped: "held out to measure by" },
};

/** What would become of a person, in a few words. */
export function fateWords(
  { stoppedAt, reason, waits }: Fate,
  autonomy: Autonomy,
  currency: string,
): { tone: Tone; text: string } {
  const why = reason === null ? "" : reasonWords(reason.code, reason.facts, currency);
  if (stoppedAt === "holdout") return { tone: "info", text: why };
  if (stoppedAt !== null) return { tone: "neutral", text: why };
  if (autonomy === "observe") return { tone: "neutral", text: "Decided, nothing is sent" };
  if (waits) return { tone: "hold", text: why === "" ? "Waits for a person" : `Waits: ${why}` };
  return { tone: "pass", text: "Contacted by email" };
}
