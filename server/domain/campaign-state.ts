/** Letters that a campaign's name has at least. */
export const MIN_NAME_LENGTH = 2;

/** How much the agent may do alone. */
export const AUTONOMY = ["observe", "review-all", "review-flagged", "autonomous"] as const;
export type Autonomy = (typeof AUTONOMY)[number];

/** When a message leaves once it may. */
export const SEND_TIMES = ["best-hour", "at-once"] as const;

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
