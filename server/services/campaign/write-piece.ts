import { z } from "zod";
import { nameOf } from "@/server/context";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { insertCreatives } from "@/server/store/creatives.sql";
import { letGoOwnWords } from "@/server/store/own-words.sql";
import { acceptedWords } from "../copy/accepted-words";
import { editedCopy } from "../copy/edited-copy";
import type { Briefed } from "../run/briefs-of";
import { creativeFrom, ownCopy } from "../run/creative-from";
import { standingPieces } from "../run/standing-pieces";
import { verb } from "../verb";
import { composePiece } from "./compose-piece";
import { pieceKey } from "./piece-key";
import { refuseOver, workingCopy } from "./working-copy";

const input = z.object({
  id: rowId,
  key: pieceKey,
  /** the creative that the words were written in the place of; null: the piece was not written yet */
  expectedCreativeId: rowId.nullable(),
  copy: editedCopy,
  /** also for the pieces that differ from this one by their segment alone */
  everySegment: z.boolean().default(false),
});

/**
 * Puts a person's words in the place of a campaign's piece. Runs use them from the next one on, also under another
 * brief, until somebody writes the piece anew.
 */
export const writePiece = verb(
  { action: "campaign.write-piece", needs: "campaign.write", input },
  async ({ tx, actor, now, input: { expectedCreativeId, everySegment, ...asked } }) => {
    const { id, key, copy } = asked;
    refuseOver((await workingCopy(tx.sql, id, true)).campaign);
    const { plan, briefed, words } = await composePiece(tx.sql, asked, now);
    const { made } = await standingPieces(tx.sql, id, new Map([[key, briefed]]));
    const standing = made.get(key)?.planned ?? null;
    if ((standing?.id ?? null) !== expectedCreativeId)
      throw new Refusal(
        "CONFLICT",
        "expectedCreativeId: the piece was written anew meanwhile; look at it again",
      );
    const creativeHash = acceptedWords(words).hash.toString("hex");
    if (!everySegment && standing?.creativeHash === creativeHash)
      throw new Refusal("BAD_REQUEST", "copy: nothing differs from what stands");
    const { version: campaignVersion } = plan.copy.campaign;
    const what = { campaignId: id, campaignVersion, brandVersion: plan.brandVersion };
    const targets = [...plan.briefs].filter(
      ([other, one]) => other === key || (everySegment && differsBySegment(one, briefed)),
    );
    const authored = ownCopy({ copy, author: nameOf(actor) });
    const creatives = await Promise.all(
      targets.map(([input, one]) => creativeFrom(what, input, one, authored)),
    );
    await insertCreatives(tx.sql, creatives, now);
    await letGoOwnWords(tx.sql, id, creatives);
    const warnings = words.warnings.map(({ code }) => code);
    return {
      out: { id, pieces: creatives.length, creativeHash },
      entity: { type: "campaign", id: String(id) },
      before: { creativeHash: standing?.creativeHash ?? null },
      after: { keys: creatives.map(({ madeFrom }) => madeFrom), creativeHash, warnings },
    };
  },
);

function differsBySegment({ piece }: Briefed, { piece: { segment: _, ...like } }: Briefed): boolean {
  return Object.entries(like).every(([name, value]) => piece[name as keyof typeof like] === value);
}
