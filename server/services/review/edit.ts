import { z } from "zod";
import { nameOf } from "@/server/context";
import { isOwnReason } from "@/server/domain/review";
import { reviewRisk } from "@/server/domain/review-risk";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { insertEdited } from "@/server/store/held-creatives";
import { replaceWords } from "@/server/store/reviews";
import { acceptedWords } from "../copy/accepted-words";
import { editedCopy } from "../copy/edited-copy";
import { verb } from "../verb";
import { composeEdit } from "./compose-edit";
import { heldItem, lostRace } from "./decidable";
import { contentHash } from "./inputs";

const input = z.object({ id: rowId, creativeHash: contentHash, copy: editedCopy });

/**
 * Puts a person's words in place of those that wait, for this customer alone. The item goes on waiting, bound to the new
 * content: it needs an approval of its own, and where the policy sets four eyes, somebody else's.
 */
export const editReview = verb(
  { action: "review.edit", needs: "review.decide", input },
  async ({ tx, actor, now, input: { id, creativeHash, copy } }) => {
    const item = await heldItem(tx.sql, id, creativeHash, "approved");
    const edit = await composeEdit(tx.sql, item, copy, now);
    const { piece, hash } = acceptedWords(edit);
    const newHash = hash.toString("hex");
    if (newHash === creativeHash) throw new Refusal("BAD_REQUEST", "copy: nothing differs from what waits");
    const words = { ...piece, copy, creativeHash: hash };
    const creativeId = await insertEdited(tx.sql, edit.original, item.customerId, words, now);
    const reasons = [
      ...edit.findings.map(({ finding }) => finding.reason.code),
      ...item.reasons.filter(isOwnReason),
    ];
    const by = nameOf(actor);
    const replaced = await replaceWords(tx.sql, item, {
      creativeId,
      creativeHash: hash,
      reasons,
      risk: reviewRisk(reasons),
      by,
    });
    if (!replaced) throw lostRace(id);
    return {
      out: {
        id,
        creativeId,
        creativeHash: newHash,
        reasons,
        warnings: edit.warnings,
        findings: edit.findings,
      },
      entity: { type: "review", id: String(id) },
      before: { creativeHash, reasons: item.reasons },
      after: { creativeHash: newHash, creativeId, reasons, warnings: edit.warnings.map(({ code }) => code) },
    };
  },
);
