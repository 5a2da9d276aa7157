import { judgeOwnCopy } from "@/server/domain/copy/judge-own-copy";
import { creativesMadeFrom, type MadeCreative, type Piece } from "@/server/store/creatives.sql";
import type { Sql } from "@/server/store/database";
import { type OwnWords, ownWords } from "@/server/store/own-words.sql";
import type { Briefed } from "./briefs-of";

/** What stands for each brief, and what a person wrote under another one that is to be laid out anew; by the brief's hash. */
export type StandingPieces = { made: Map<string, MadeCreative>; kept: Map<string, OwnWords> };

/** A person's words outlive the brief they were written under, as long as they break no rule under the new one. */
export async function standingPieces(
  sql: Sql,
  campaignId: number,
  briefs: ReadonlyMap<string, Briefed>,
): Promise<StandingPieces> {
  const [made, own] = await Promise.all([
    creativesMadeFrom(sql, campaignId, [...briefs.keys()]),
    ownWords(sql, campaignId),
  ]);
  const byPiece = new Map(own.map((words) => [nameOf(words), words]));
  const kept = new Map<string, OwnWords>();
  for (const [input, { piece, brief }] of briefs) {
    const words = byPiece.get(nameOf(piece));
    if (words === undefined || made.get(input)?.planned.writtenBy === "person") continue;
    if (judgeOwnCopy(words.copy, brief).problems.length > 0) continue;
    made.delete(input);
    kept.set(input, words);
  }
  return { made, kept };
}

const nameOf = ({ segment, action, offerId, channel, variant, language }: Piece): string =>
  JSON.stringify([segment, action, offerId, channel, variant, language]);
