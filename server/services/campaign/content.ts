import { z } from "zod";
import { type CopyProblem, checkCopy } from "@/server/domain/copy/check-copy";
import { rowId } from "@/server/domain/row-id";
import type { Policy } from "@/server/domain/settings/policy";
import { draftOf } from "@/server/guardrails/draft-of";
import { rulesWriter } from "@/server/llm/rules-writer";
import { chooseSegmentor } from "@/server/pipeline/choose-segmentor";
import { segmentorOf } from "@/server/segmentors";
import {
  approvedAmong,
  type CreativeBody,
  creativeBodies,
  type MadeCreative,
} from "@/server/store/creatives.sql";
import { authorNames } from "@/server/store/setting-versions";
import { settingInForce } from "@/server/store/settings";
import { standingPieces } from "../run/standing-pieces";
import { view } from "../verb";
import { type ContentPlan, contentPlan } from "./content-plan";
import { wordFindings } from "./word-findings";

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
    const { made, kept } = await standingPieces(sql, id, plan.briefs);
    const ids = [...made.values()].map(({ planned }) => planned.id);
    const authors = [...made.values(), ...kept.values()].flatMap(({ author }) => author ?? []);
    const [bodies, approved, names] = await Promise.all([
      creativeBodies(sql, ids),
      approvedAmong(sql, ids),
      authorNames(sql, authors),
    ]);
    const written = {
      made,
      bodies: new Map(bodies.map((one) => [one.id, one])),
      approved: new Set(approved),
      names,
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
        offerId: piece.offerId,
        offerTitle: brief.offer?.title ?? null,
        variant: piece.variant,
        language: piece.language,
        creative: creativeOf(written, judged, key),
        /** a person's words from before the brief changed, which are taken over when the piece is written */
        kept: kept.get(key)?.copy ?? null,
      })),
    };
  },
);

type Written = {
  made: ReadonlyMap<string, MadeCreative>;
  bodies: ReadonlyMap<number, CreativeBody>;
  approved: ReadonlySet<number>;
  names: ReadonlyMap<string, string>;
};

type Judged = { plan: ContentPlan; policy: Policy; nowMs: number };

/** A written piece with what the checks say of its words; null: nobody has written it yet. */
function creativeOf({ made, bodies, approved, names }: Written, judged: Judged, key: string) {
  const found = made.get(key);
  const briefed = judged.plan.briefs.get(key);
  const body = found === undefined ? undefined : bodies.get(found.planned.id);
  if (found === undefined || briefed === undefined || body === undefined) return null;
  const { planned, copy, author } = found;
  const { offer, company, channel } = briefed.brief;
  const { subject, html, text } = body;
  const piece = { channel, subject, html, text, unsubscribeUrl: null };
  const problems: CopyProblem[] = copy === null ? [] : checkCopy(copy, briefed.brief);
  return {
    id: planned.id,
    subject,
    writtenBy: planned.writtenBy,
    author: author === null ? null : (names.get(author) ?? author),
    approved: approved.has(planned.id),
    copy,
    problems,
    findings: wordFindings(draftOf(piece, offer, company.postalAddress), judged.policy, judged.nowMs),
  };
}
