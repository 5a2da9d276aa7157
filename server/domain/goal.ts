/** What a campaign is for. Names are stored in rows and never reused. */
export const GOALS = [
  "win-back",
  "reduce-churn",
  "increase-aov",
  "cross-sell",
  "feature-adoption",
  "vip-retention",
] as const;
export type Goal = (typeof GOALS)[number];

export const GOAL_TITLES: Record<Goal, string> = {
  "win-back": "Win back customers who went quiet",
  "reduce-churn": "Keep customers who are slipping away",
  "increase-aov": "Raise the value of an order",
  "cross-sell": "Sell what goes with what they have",
  "feature-adoption": "Get a feature used",
  "vip-retention": "Look after the best customers",
};

/** The four kinds of things that the line may do for a customer. */
export const ACTIONS = ["offer", "nudge", "message", "education"] as const;
export type ActionKind = (typeof ACTIONS)[number];

export const CHANNELS = ["email"] as const;
export type Channel = (typeof CHANNELS)[number];
