import type { ActionKind, Channel, Goal } from "../goal";
import type { Brand } from "../settings/brand";
import type { Company } from "../settings/company";
import type { Offer } from "../settings/configuration";

/** One piece to write: for a campaign × segment × action × offer × channel × variant × language. Nothing of a customer is in it. */
export type CopyBrief = {
  campaignId: number;
  goal: Goal;
  brief: string;
  segment: string;
  action: ActionKind;
  offer: Offer | null;
  channel: Channel;
  variant: string;
  language: Company["language"];
  brand: Brand;
  company: Company;
};
