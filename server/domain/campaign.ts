import { z } from "zod";
import { ACTIONS, CHANNELS, GOALS } from "./goal";

/** Facts that an audience may be picked by, with the unit the console shows. */
export const AUDIENCE_FIELDS = {
  silenceDays: { title: "Days since the last order", unit: "days", kind: "number" },
  orders: { title: "Orders, ever", unit: "orders", kind: "number" },
  orders365: { title: "Orders in the last 365 days", unit: "orders", kind: "number" },
  spend: { title: "Spent, ever", unit: "money", kind: "number" },
  spend365: { title: "Spent in the last 365 days", unit: "money", kind: "number" },
  customerDays: { title: "Days since the first order", unit: "days", kind: "number" },
  country: { title: "Country", unit: "code", kind: "text" },
  vip: { title: "VIP", unit: "yes or no", kind: "boolean" },
} as const;
export type AudienceField = keyof typeof AUDIENCE_FIELDS;

const comparison = z.object({
  field: z.enum(Object.keys(AUDIENCE_FIELDS) as [AudienceField, ...AudienceField[]]),
  op: z.enum([">=", "<=", "=", "!="]),
  /** days, counts, decimal money, ISO country, or true/false */
  value: z.union([z.number(), z.string().max(60), z.boolean()]),
});
export type Comparison = z.infer<typeof comparison>;

/** How much the agent may do alone. */
export const AUTONOMY = ["observe", "review-all", "review-flagged", "autonomous"] as const;
export type Autonomy = (typeof AUTONOMY)[number];

/** When a message leaves once it may. */
export const SEND_TIMES = ["best-hour", "at-once"] as const;

/** What a marketer sets. Stored per version; a run names the version it was made under. */
export const campaignBody = z.object({
  name: z.string().min(2, "give the campaign a name of at least two letters").max(80),
  goal: z.enum(GOALS),
  audience: z.object({ all: z.array(comparison).max(20) }).default({ all: [] }),
  actions: z
    .array(z.enum(ACTIONS))
    .min(1, "choose at least one kind of action")
    .default(["offer", "nudge", "message"]),
  /** offers of the configuration that this campaign may use; empty: every offer for its goal */
  offerIds: z.array(z.string()).default([]),
  channels: z.array(z.enum(CHANNELS)).min(1).default(["email"]),
  variants: z
    .array(z.string().regex(/^[a-z]$/))
    .min(1)
    .max(5)
    .default(["a", "b"]),
  autonomy: z.enum(AUTONOMY).default("review-flagged"),
  /** share of customers the agent may touch at all, by its own split */
  rollout: z.number().min(0).max(1).default(1),
  holdoutShare: z.number().min(0).max(0.9).default(0.1),
  /** random share of what would pass that a person sees all the same */
  reviewSample: z.number().min(0).max(1).default(0),
  /** hard limits, reserved when a message is claimed; null: none */
  budgetMinor: z.number().int().nonnegative().nullable().default(null),
  maxSends: z.number().int().positive().nullable().default(null),
  /** best-hour: when each person is busiest; at-once: as soon as the permitted hours allow */
  sendTime: z.enum(SEND_TIMES).default("best-hour"),
  brief: z.string().max(1000).default(""),
});
export type CampaignBody = z.infer<typeof campaignBody>;

export const CAMPAIGN_STATES = ["draft", "live", "paused", "stopped", "archived"] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** Permitted moves, read by the server, the buttons and the tests. */
export const CAMPAIGN_MOVES: Record<CampaignState, readonly CampaignState[]> = {
  draft: ["live", "archived"],
  live: ["paused", "stopped"],
  paused: ["live", "stopped"],
  stopped: ["archived"],
  archived: [],
};
