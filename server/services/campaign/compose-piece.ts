import type { CopyText } from "@/server/domain/copy/copy-text";
import { Refusal } from "@/server/errors";
import type { Sql } from "@/server/store/database";
import { settingInForce } from "@/server/store/settings";
import { type ComposedWords, composeWords } from "../copy/compose-words";
import type { Briefed } from "../run/briefs-of";
import { type ContentPlan, contentPlan } from "./content-plan";
import { wordFindings } from "./word-findings";

export type ComposedPiece = { plan: ContentPlan; briefed: Briefed; words: ComposedWords };

/** A person's words for a piece of the campaign as it stands, as they would be sent. Refuses a piece that is needed no longer. */
export async function composePiece(
  sql: Sql,
  { id, key, copy }: { id: number; key: string; copy: CopyText },
  now: Date,
): Promise<ComposedPiece> {
  const plan = await contentPlan(sql, id, now);
  const briefed = plan.briefs.get(key);
  if (briefed === undefined) throw neededNoLonger();
  const { body: policy } = await settingInForce(sql, "policy");
  const words = await composeWords(copy, briefed.brief, plan.brandVersion, (draft) =>
    wordFindings(draft, policy, now.getTime()),
  );
  return { plan, briefed, words };
}

export const neededNoLonger = () =>
  new Refusal("CONFLICT", "key: the campaign needs this piece no longer; load it again");
