import { z } from "zod";
import { type CopyProblem, checkCopy } from "@/server/domain/copy/check-copy";
import { rowId } from "@/server/domain/row-id";
import type { Offer } from "@/server/domain/settings/configuration";
import type { Policy } from "@/server/domain/settings/policy";
import { checkWith, type Raised } from "@/server/guardrails/check-all";
import type { Guardrail } from "@/server/guardrails/contract";
import { draftOf } from "@/server/guardrails/draft-of";
import { guardrails } from "@/server/guardrails/index";
import { rulesWriter } from "@/server/llm/rules-writer";
import { chooseSegmentor } from "@/server/pipeline/choose-segmentor";
import { segmentorOf } from "@/server/segmentors";
import {
  approvedAmong,
  type CreativeBody,
  creativeBodies,
  creativesMadeFrom,
  type MadeCreative,
} from "@/server/store/creatives.sql";
import { settingInForce } from "@/server/store/settings";
import { view } from "../verb";
import { type ContentPlan, contentPlan } from "./content-plan";

const checkWords = checkWith(
  Object.fromEntries(
    Object.entries(guardrails).filter(([, rule]: [string, Guardrail]) => rule.reads.length === 0),
  ),
);

/**
 * The pieces that a run of the campaign as it stands would use, written or not, with what speaks against each. `writer`
 * is who would write the next one; `key` names a piece.
 */
export const campaignContent = view(
  { needs: "campaign.read", input: z.object({ id: rowId }) },
  async ({ ctx, now, input: { id } }) => {
    const { database, writer } = ctx.platform;
    const { sql } = database;
    const plan = await contentPlan(sql, id, now);
    const made = await creativesMadeFrom(sql, id, [...plan.briefs.keys()]);
    const ids = [...made.values()].map(({ planned }) => planned.id);
    const [bodies, approved] = await Promise.all([creativeBodies(sql, ids), approvedAmong(sql, ids)]);
    const written = {
      made,
      bodies: new Map(bodies.map((one) => [one.id, one])),
      approved: new Set(approved),
    };
    const { body: policy } = await settingInForce(sql, "policy");
    const judged: Judged = { plan, policy, nowMs: now.getTime() };
    const segmentorId = chooseSegmentor(plan.copy.body.goal, plan.settings.configuration);
    const segmentor = segmentorId === null ? undefined : segmentorOf(segmentorId);
    return {
      segmentor: segmentor?.title ?? null,
      writer: writer === rulesWriter ? ("rules" as const) : ("model" as const),
      pieces: [...plan.briefs].map(([key, { piece, brief }]) => ({
        key,
        segment: piece.segment,
        segmentTitle: segmentor?.segments[piece.segment] ?? piece.segment,
        action: piece.action,
        offerTitle: brief.offer?.title ?? null,
        variant: piece.variant,
        language: piece.language,
        creative: creativeOf(written, judged, key),
      })),
    };
  },
);

type Written = {
  made: ReadonlyMap<string, MadeCreative>;
  bodies: ReadonlyMap<number, CreativeBody>;
  approved: ReadonlySet<number>;
};

type Judged = { plan: ContentPlan; policy: Policy; nowMs: number };

/** A written piece with what the checks say of its words; null: nobody has written it yet. */
function creativeOf({ made, bodies, approved }: Written, judged: Judged, key: string) {
  const found = made.get(key);
  const briefed = judged.plan.briefs.get(key);
  const body = found === undefined ? undefined : bodies.get(found.planned.id);
  if (found === undefined || briefed === undefined || body === undefined) return null;
  const { planned, copy } = found;
  const problems: CopyProblem[] = copy === null ? [] : checkCopy(copy, briefed.brief);
  return {
    id: planned.id,
    subject: body.subject,
    writtenBy: planned.writtenBy,
    approved: approved.has(planned.id),
    copy,
    problems,
    findings: wordFindings(judged, briefed.brief.offer, body),
  };
}

function wordFindings(
  { plan, policy, nowMs }: Judged,
  offer: Offer | null,
  { subject, html, text }: CreativeBody,
): readonly Raised[] {
  const piece = { channel: "email" as const, subject, html, text, unsubscribeUrl: null };
  return checkWords(draftOf(piece, offer, plan.settings.company.postalAddress), {}, policy, nowMs).findings;
}
