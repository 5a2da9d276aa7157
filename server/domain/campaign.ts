import { z } from "zod";
import { audience } from "./audience";
import { AUTONOMY, MIN_NAME_LENGTH, SEND_TIMES } from "./campaign-state";
import { ACTIONS, CHANNELS, GOALS } from "./goal";
/** What a marketer sets. Stored per version; a run names the version it was made under. */
export const campaignBody = z.object({
  name: z.string().min(MIN_NAME_LENGTH, "give the campaign a name of at least two letters").max(80),
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
