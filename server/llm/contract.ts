import type { ActionKind, Channel, Goal } from "@/server/domain/goal";
import type { Brand } from "@/server/domain/settings/brand";
import type { Company } from "@/server/domain/settings/company";
import type { Offer } from "@/server/domain/settings/configuration";

/** One piece to write: for a campaign × segment × action × offer × channel × variant × language. */
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

/** Words without layout. Merge fields are Liquid: {{ person.firstName | default: "there" }}. */
export type CopyText = {
  subject: string;
  preheader: string;
  heading: string;
  paragraphs: string[];
  callToAction: string;
};

export type WrittenCopy = {
  text: CopyText;
  writtenBy: "model" | "rules";
  model: string | null;
  promptVersion: string | null;
};

/** Writes pieces; falls back to rules without a key, on time-out or on bad output, and says so. Aligned by index. */
export type CopyWriter = { write(briefs: readonly CopyBrief[]): Promise<readonly WrittenCopy[]> };
