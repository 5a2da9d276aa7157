import { z } from "zod";
import type { CopyText } from "@/server/domain/copy/copy-text";
import type { TracedCheck } from "@/server/domain/decision-trace";
import { foldDecisions } from "@/server/domain/fold-decisions";
import { rowId } from "@/server/domain/row-id";
import { tracedCandidates } from "@/server/domain/traced-candidates";
import type { Reason } from "@/server/domain/verdict";
import { Refusal } from "@/server/errors";
import { segmentorTitle } from "@/server/segmentors";
import type { Sql } from "@/server/store/database";
import { type HeldCreative, heldCreative, planOf } from "@/server/store/held-creatives";
import { readPeople } from "@/server/store/people";
import { commentsOf } from "@/server/store/review-comments";
import {
  countSameContent,
  type HeldDecision,
  heldDecision,
  otherWords,
  recentTimeline,
} from "@/server/store/review-context";
import { countHeldFor } from "@/server/store/review-groups";
import { type ReviewRow, readReview } from "@/server/store/reviews-list";
import { settingInForce } from "@/server/store/settings";
import { previewMessage } from "../outbox/preview";
import { view } from "../verb";
import { composeEdit } from "./compose-edit";

const TIMELINE = 20;
const OTHERS = 12;

/** Why a message waits: the code, what the guardrail saw, and the words that it minded. */
export type HeldReason = {
  code: string;
  guardrail: string | null;
  level: "doubt" | "block" | null;
  facts: Reason["facts"] | null;
  span: string | null;
};

/** One message with everything that a reviewer needs beside it. */
export const getReview = view(
  { needs: "review.read", input: z.object({ id: rowId }) },
  async ({ ctx, now, input: { id } }) => {
    const { platform } = ctx;
    const { sql } = platform.database;
    const item = await readReview(sql, id);
    if (item === null) throw new Refusal("NOT_FOUND", `id: there is no review item ${id}`);
    const { runId, customerId } = item;
    const soleReason = item.reasons.length === 1 ? (item.reasons[0] ?? null) : null;
    const creative = await heldCreative(sql, item.creativeId);
    const [decision, plan, people, timeline, others, sameContent, sameReason, comments, preview, company] =
      await Promise.all([
        heldDecision(sql, runId, customerId),
        planOf(sql, runId),
        readPeople(sql, platform.vault, [customerId]),
        recentTimeline(sql, customerId, now, TIMELINE),
        otherWords(sql, creative, OTHERS),
        countSameContent(sql, item.creativeHash),
        soleReason === null ? 0 : countHeldFor(sql, soleReason),
        commentsOf(sql, id),
        previewMessage(ctx, { runId, customerId, creativeId: creative.id }),
        settingInForce(sql, "company"),
      ]);
    const person = people.get(customerId);
    const candidates = tracedCandidates(decision?.trace ?? {}, plan?.arms ?? [], decision ?? NOTHING_DRAWN);
    const { html: _html, text: _text, slots: _slots, ...words } = creative;
    return {
      ...item,
      reasons: await reasonsOf(sql, item, creative, decision, now),
      creative: words,
      preview,
      person: {
        firstName: person?.firstName ?? null,
        lastName: person?.lastName ?? null,
        email: person?.email ?? null,
      },
      decision: decision === null ? null : shownDecision(decision),
      currency: plan?.company.currency ?? null,
      candidates,
      /** other words for the same segment, with the score of what they would do */
      alternatives: others.map((other) => ({
        ...other,
        scoreMinor:
          candidates.find(({ action, offerId }) => action === other.action && offerId === other.offerId)
            ?.scoreMinor ?? null,
      })),
      timeline: foldDecisions(timeline),
      sameContent,
      /** how many, this one too, wait for the only reason that this one waits for; 0 where it has several */
      sameReason,
      comments,
      company: { fromName: company.body.fromName, fromAddress: company.body.fromAddress },
    };
  },
);

const NOTHING_DRAWN = { action: null, offerId: null, channel: null };

const shownDecision = ({ trace, ...row }: HeldDecision) => ({
  ...row,
  segmentor: segmentorTitle(row.segmentor),
  insights: trace?.insights ?? [],
  orderMinor: trace?.orderMinor ?? null,
});

/** As they were found when it was decided; after an edit, as the new words are found now. */
async function reasonsOf(
  sql: Sql,
  item: ReviewRow,
  creative: HeldCreative,
  decision: HeldDecision | null,
  now: Date,
): Promise<HeldReason[]> {
  const checks =
    item.edited && creative.copy !== null
      ? await checksNow(sql, item, creative.copy, now)
      : (decision?.trace?.checks ?? []);
  const told = decision?.trace?.reasons ?? [];
  return item.reasons.map((code) => {
    const check = checks.find((one) => one.code === code);
    return {
      code,
      guardrail: check?.guardrail ?? null,
      level: check?.level ?? null,
      facts: check?.facts ?? told.find((one) => one.code === code)?.facts ?? null,
      span: check?.span ?? null,
    };
  });
}

async function checksNow(sql: Sql, item: ReviewRow, copy: CopyText, now: Date): Promise<TracedCheck[]> {
  const { findings } = await composeEdit(sql, item, copy, now);
  return findings.map(({ guardrail, finding: { level, reason, span } }) => ({
    guardrail,
    level,
    ...reason,
    ...(span === undefined ? {} : { span }),
  }));
}
