import { z } from "zod";
import { nameOf } from "@/server/context";
import { REJECT_REASONS, type RejectReason } from "@/server/domain/review";
import { rowId } from "@/server/domain/row-id";
import { settleReview } from "@/server/store/reviews";
import { verb } from "../verb";
import { heldItem, lostRace, reviewPolicy } from "./decidable";
import { contentHash, decisionMs, note } from "./inputs";

const reasonCode = z.enum(Object.keys(REJECT_REASONS) as [RejectReason, ...RejectReason[]]);

const input = z
  .object({ id: rowId, creativeHash: contentHash.nullable().default(null), reasonCode, note, ms: decisionMs })
  .refine(({ reasonCode, note }) => reasonCode !== "other" || note !== "", {
    path: ["note"],
    message: "say in the note what it is",
  });

/** Turns a message down: it is not sent, and why is kept. The note stays with the item, as it may name a person; the audit has the code. */
export const rejectReview = verb(
  { action: "review.reject", needs: "review.decide", input },
  async ({ tx, actor, now, input: { id, creativeHash, reasonCode, note, ms } }) => {
    const item = await heldItem(tx.sql, id, creativeHash, "rejected");
    const { graceUntil } = await reviewPolicy(tx.sql, now);
    const settled = await settleReview(tx.sql, id, item.creativeHash, {
      state: "rejected",
      by: nameOf(actor),
      at: now,
      graceUntil,
      reasonCode,
      note: note === "" ? null : note,
      milliseconds: ms,
    });
    if (!settled) throw lostRace(id);
    return {
      out: { id, state: "rejected" as const, graceUntil },
      entity: { type: "review", id: String(id) },
      before: { state: "held", creativeHash: item.creativeHash },
      after: { state: "rejected", reasonCode, ms },
    };
  },
);
