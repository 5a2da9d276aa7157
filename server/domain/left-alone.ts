import { place, saltOf } from "./split";

/** The splits that a campaign divides its audience by. Shares from 0 to 1. */
export type Splits = {
  campaignId: number;
  rollout: number;
  globalHoldout: number;
  /** names the company's holdout: a new name draws a new one */
  holdoutEpoch: string;
  campaignHoldout: number;
};

/** The share of an audience that the company's holdout and a campaign's leave alone together: each is drawn by itself. */
export const heldOutShare = (globalHoldout: number, campaignHoldout: number): number =>
  1 - (1 - globalHoldout) * (1 - campaignHoldout);

/**
 * Why a customer is left alone: outside the campaign's rollout, in the company's holdout or in the campaign's; null:
 * they may be treated. Each split has its own salt. Who is outside the rollout counts to no holdout, so that a holdout
 * is compared with those who could have been treated.
 */
export function leftAlone(customerId: number, splits: Splits): "rollout" | "global" | "campaign" | null {
  const { campaignId, rollout, globalHoldout, holdoutEpoch, campaignHoldout } = splits;
  if (place(saltOf("rollout", campaignId), customerId) >= rollout) return "rollout";
  if (place(saltOf("holdout", holdoutEpoch), customerId) < globalHoldout) return "global";
  return place(saltOf("campaign-holdout", campaignId), customerId) < campaignHoldout ? "campaign" : null;
}
