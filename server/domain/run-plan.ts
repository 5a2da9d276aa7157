import type { Arm } from "./arm";
import type { CampaignBody } from "./campaign";
import type { Tally } from "./conversion";
import type { ActionKind, Channel } from "./goal";
import type { Population } from "./population";
import type { Company } from "./settings/company";
import type { Configuration } from "./settings/configuration";
import type { Policy } from "./settings/policy";

/** A creative as the line sees it: what it is for, and which words exactly. */
export type PlannedCreative = {
  id: number;
  segment: string;
  action: ActionKind;
  offerId: string | null;
  channel: Channel;
  variant: string;
  language: string;
  /** hex */
  creativeHash: string;
  writtenBy: "model" | "rules" | "person";
};

export type RunVersions = {
  campaign: number;
  configuration: number;
  policy: number;
  brand: number;
  company: number;
};

/**
 * Everything that is the same for all customers of a run: fixed once, before the first chunk, so that chunks agree and
 * a decision can be made again. Chunks keep a copy beside their decisions.
 */
export type RunPlan = {
  runId: number;
  campaignId: number;
  /** the one `now` of every decision */
  atMs: number;
  seed: number;
  versions: RunVersions;
  /** node → version of its rules */
  nodes: Readonly<Record<string, number>>;
  campaign: CampaignBody;
  configuration: Configuration;
  policy: Policy;
  company: Pick<Company, "currency" | "timeZone" | "language" | "postalAddress">;
  population: Population;
  arms: readonly Arm[];
  /** segment → what followed earlier touches, aligned with `arms`; a segment without touches is absent */
  treated: Readonly<Record<string, readonly Tally[]>>;
  /** segment → what held-out customers did by themselves */
  control: Readonly<Record<string, Tally>>;
  /** offer → how many may still be given; null: no limit */
  stockLeft: Readonly<Record<string, number | null>>;
  creatives: readonly PlannedCreative[];
};
