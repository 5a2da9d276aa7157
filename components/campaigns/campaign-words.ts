import type { ComponentProps } from "react";
import type { Status } from "@/components/ui/status";
import type { Autonomy, CampaignState } from "@/server/domain/campaign-state";
import type { ActionKind, Goal } from "@/server/domain/goal";

type StatusTone = NonNullable<ComponentProps<typeof Status>["tone"]>;

/** How each state is shown and said. */
export const STATE_WORDS: Record<CampaignState, { tone: StatusTone; word: string }> = {
  draft: { tone: "draft", word: "Draft" },
  live: { tone: "pass", word: "Live" },
  paused: { tone: "hold", word: "Paused" },
  stopped: { tone: "block", word: "Stopped" },
  archived: { tone: "neutral", word: "Archived" },
};

export const AUTONOMY_WORDS: Record<Autonomy, { title: string; text: string }> = {
  observe: { title: "Observe", text: "Decides and records, sends nothing." },
  "review-all": { title: "Review all", text: "A person sees every message first." },
  "review-flagged": {
    title: "Review flagged",
    text: "A person sees what a guardrail doubts; the rest leaves.",
  },
  autonomous: {
    title: "Autonomous",
    text: "Only doubts of guardrails wait for a person; model copy leaves unseen.",
  },
};

export const ACTION_WORDS: Record<ActionKind, { title: string; text: string }> = {
  offer: { title: "Offer", text: "A discount or free shipping, within margin, stock and cool-down." },
  nudge: { title: "Nudge", text: "A short reminder without an offer." },
  message: { title: "Message", text: "News or thanks, without an offer." },
  education: { title: "Education", text: "How to get more from what they have." },
};

export const GOAL_WORDS: Record<Goal, { title: string; text: string }> = {
  "win-back": { title: "Win back", text: "Customers who bought before and went quiet." },
  "reduce-churn": { title: "Reduce churn", text: "Customers whose activity falls off." },
  "increase-aov": {
    title: "Raise the order value",
    text: "Regular customers whose baskets could be larger.",
  },
  "cross-sell": { title: "Cross-sell", text: "What goes with what they have." },
  "feature-adoption": { title: "Feature adoption", text: "A feature that they have not used yet." },
  "vip-retention": { title: "Keep the best", text: "The customers who matter most." },
};

export const SEND_TIME_WORDS = {
  "best-hour": "At each person's best hour",
  "at-once": "As soon as permitted",
} as const;
