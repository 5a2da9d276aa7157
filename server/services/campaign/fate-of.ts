import type { CampaignBody } from "@/server/domain/campaign";
import type { FactName, KnownFacts } from "@/server/domain/customer-facts";
import { leftAlone, type Splits } from "@/server/domain/left-alone";
import type { Fifths } from "@/server/domain/population";
import type { Configuration } from "@/server/domain/settings/configuration";
import type { Policy } from "@/server/domain/settings/policy";
import type { Reason } from "@/server/domain/verdict";
import { checkWith, type Raised } from "@/server/guardrails/check-all";
import { type Guardrail, WORDLESS_DRAFT } from "@/server/guardrails/contract";
import { type GuardrailId, guardrails } from "@/server/guardrails/index";
import { chooseSegmentor } from "@/server/pipeline/choose-segmentor";
import { segmentorOf } from "@/server/segmentors";
import type { Assign } from "@/server/segmentors/contract";

/** Where people drop out before a message is chosen for them, in the order in which the console shows it. */
export const FATE_STEPS = [
  "consent",
  "suppression",
  "engagement",
  "frequency",
  "other-rules",
  "segment",
  "rollout",
  "holdout",
] as const;
export type FateStep = (typeof FATE_STEPS)[number];

/** What would become of one person: where they drop out (null: a message would be chosen) and why; `waits` for a person's eyes. */
export type Fate = {
  stoppedAt: FateStep | null;
  reason: Reason | null;
  waits: boolean;
  /** a run would record them as held out: it draws before the guardrails look */
  isHeldOut: boolean;
};
type End = Omit<Fate, "isHeldOut">;

export type FateRules = {
  campaignId: number;
  campaign: Pick<CampaignBody, "goal" | "rollout" | "holdoutShare" | "autonomy">;
  configuration: Configuration;
  policy: Policy;
  fifths: Fifths;
};

/** What a segmentor is chosen by. */
type Choosing = { campaign: Pick<CampaignBody, "goal">; configuration: Configuration };

type GuardrailStep = Exclude<FateStep, "segment" | "rollout" | "holdout">;
const STEP_OF: Partial<Record<GuardrailId, GuardrailStep>> = {
  address: "consent",
  consent: "consent",
  suppression: "suppression",
  "hard-bounces": "suppression",
  engagement: "engagement",
  "frequency-cap": "frequency",
};
const GUARDRAIL_STEPS = FATE_STEPS.filter(
  (step): step is GuardrailStep => step !== "segment" && step !== "rollout" && step !== "holdout",
);

/** The guardrails that judge the person: what they say of words is asked where there are any. */
const ofPersons = Object.entries<Guardrail>(guardrails).filter(([, { reads }]) => reads.length > 0);
const checkPerson = checkWith(Object.fromEntries(ofPersons));

/** The facts that a fate hangs on. */
export function factsOfFate({ campaign, configuration }: Choosing): FactName[] {
  const id = chooseSegmentor(campaign.goal, configuration);
  const needs = id === null ? [] : (segmentorOf(id)?.needs ?? []);
  return [...new Set([...ofPersons.flatMap(([, { reads }]) => reads), ...needs])];
}

/**
 * Prepares the question what would become of a person before any words are chosen: the same guardrails, segmentor and
 * splits as a run, without its offers and its words.
 */
export function fatesUnder(rules: FateRules): (id: number, facts: KnownFacts, nowMs: number) => Fate {
  const { campaignId, campaign, configuration, policy } = rules;
  const assign = assignerFor(rules);
  const splits: Splits = {
    campaignId,
    rollout: campaign.rollout,
    globalHoldout: configuration.globalHoldoutShare,
    holdoutEpoch: configuration.holdoutEpoch,
    campaignHoldout: campaign.holdoutShare,
  };
  return (id, facts, nowMs) => {
    const { findings } = checkPerson(WORDLESS_DRAFT, facts, policy, nowMs);
    const notSegmented = unsegmented(assign, facts, nowMs);
    const alone = kept(id, splits);
    const isHeldOut = notSegmented === null && alone?.stoppedAt === "holdout";
    const end = blockedBy(findings) ?? notSegmented ?? alone;
    if (end !== null) return { ...end, isHeldOut };
    const doubt = findings.find(({ finding }) => finding.level === "doubt");
    const waits = doubt !== undefined || campaign.autonomy === "review-all";
    return { stoppedAt: null, reason: doubt?.finding.reason ?? null, waits, isHeldOut };
  };
}

function blockedBy(findings: readonly Raised[]): End | null {
  const blocks = findings.filter(({ finding }) => finding.level === "block");
  for (const step of GUARDRAIL_STEPS) {
    const found = blocks.find(({ guardrail }) => stepOf(guardrail) === step);
    if (found !== undefined) return stopped(step, found.finding.reason);
  }
  return null;
}

function unsegmented(assign: Assign | null, facts: KnownFacts, nowMs: number): End | null {
  if (assign === null) return stopped("segment", { code: "route.no-segmentor" });
  return assign(facts, nowMs) === null ? stopped("segment", { code: "segment.none" }) : null;
}

function kept(id: number, splits: Splits): End | null {
  const alone = leftAlone(id, splits);
  if (alone === "rollout") return stopped("rollout", { code: "action.outside-rollout" });
  return alone === null ? null : stopped("holdout", { code: `holdout.${alone}` });
}

const stopped = (stoppedAt: FateStep, reason: Reason): End => ({ stoppedAt, reason, waits: false });

const stepOf = (guardrail: string): GuardrailStep =>
  Object.entries(STEP_OF).find(([id]) => id === guardrail)?.[1] ?? "other-rules";

function assignerFor({ campaign, configuration, fifths }: FateRules): Assign | null {
  const id = chooseSegmentor(campaign.goal, configuration);
  const one = id === null ? undefined : segmentorOf(id);
  if (id === null || one === undefined) return null;
  return one.prepare(configuration.goals[campaign.goal].settings[id], fifths);
}
