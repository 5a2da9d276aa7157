import { ENGAGEMENT_READS, engagementScore } from "@/server/domain/engagement";
import { block, clear } from "@/server/domain/verdict";
import { guardrail } from "./contract";

/** Only people who show some interest are written to: their engagement score must be above the floor (0.3). */
export const engagement = guardrail({
  title: "Engagement",
  source: "the company’s policy: engagement above 0.3 unless set otherwise",
  reads: ENGAGEMENT_READS,
  check(_draft, facts, policy, nowMs) {
    const score = engagementScore(facts, nowMs);
    const { floor } = policy.engagement;
    return score > floor ? clear : block("engagement.low", { score: Math.round(score * 1000) / 1000, floor });
  },
});
