import { z } from "zod";
import { audience } from "./audience";
import { ACTIONS, CHANNELS, GOALS } from "./goal";

/** How much the agent may do alone. */
export const AUTONOMY = ["observe", "review-all", "review-flagged", "autonomous"] as const;
export type Autonomy = (typeof AUTONOMY)[number];

/** When a message leaves once it may. */
export const SEND_TIMES = ["best-hour", "at-once"] as const;

/** What a marketer sets. Stored per version; a run names the version it was made under. */
export const campaignBody = z.object({
  name: z.string().min(2, "give the campaign a name of at least two letters").max(80),
  goal: z.enum(GOALS),
  audience: audience.prefault({}),
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
/** What may be left out has a default; an audience may be in its older form. */
export type CampaignInput = z.input<typeof campaignBody>;

/** The steps of the editor, in their order; checks name the one where they are mended. */
export const CAMPAIGN_STEPS = ["goal", "audience", "actions", "content", "launch"] as const;
export type CampaignStep = (typeof CAMPAIGN_STEPS)[number];

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
