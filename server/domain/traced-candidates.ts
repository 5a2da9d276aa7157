import type { Arm } from "./arm";
import type { Refused } from "./candidate-value";
import type { DecisionTrace } from "./decision-trace";

/** One way to act, as it stood when the decision was made. */
export type TracedCandidate = Arm & {
  /** expected earnings, minor units; null where the choice was never reached */
  scoreMinor: number | null;
  /** probability of being drawn, all variants together; null as above */
  chance: number | null;
  refused: Refused | null;
  isDrawn: boolean;
};

type Drawn = { action: string | null; offerId: string | null; channel: string | null };

/** Every candidate of a decision with its score and chance: the drawn one first, then by score. */
export function tracedCandidates(
  trace: Pick<DecisionTrace, "scores" | "chances" | "refused">,
  arms: readonly Arm[],
  drawn: Drawn,
): TracedCandidate[] {
  const all = arms.map((arm, i) => ({
    ...arm,
    scoreMinor: trace.scores?.[i] ?? null,
    chance: trace.chances?.[i] ?? null,
    refused: trace.refused?.[i] ?? null,
    isDrawn: arm.action === drawn.action && arm.offerId === drawn.offerId && arm.channel === drawn.channel,
  }));
  const rank = ({ isDrawn, scoreMinor }: TracedCandidate) =>
    isDrawn ? Number.POSITIVE_INFINITY : (scoreMinor ?? Number.NEGATIVE_INFINITY);
  return all.sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}
