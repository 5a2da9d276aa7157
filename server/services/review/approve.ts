import { z } from "zod";
import { nameOf } from "@/server/context";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { approveCreatives, settleReview, toOutbox } from "@/server/store/reviews";
import { verb } from "../verb";
import { heldItem, lostRace, refuseOwnWords, reviewPolicy } from "./decidable";
import { contentHash, decisionMs, note } from "./inputs";

const input = z.object({ id: rowId, creativeHash: contentHash, ms: decisionMs, note });

/** Lets go exactly the content that was shown: into the outbox, to leave when its time has come and the grace period is over. */
export const approveReview = verb(
  { action: "review.approve", needs: "review.decide", input },
  async ({ tx, actor, now, input: { id, creativeHash, ms, note } }) => {
    const item = await heldItem(tx.sql, id, creativeHash, "approved");
    const policy = await reviewPolicy(tx.sql, now);
    refuseOwnWords(item, actor, policy);
    const by = nameOf(actor);
    const settled = await settleReview(tx.sql, id, creativeHash, {
      state: "approved",
      by,
      at: now,
      graceUntil: policy.graceUntil,
      reasonCode: null,
      note: note === "" ? null : note,
      milliseconds: ms,
    });
    if (!settled) throw lostRace(id);
    if ((await toOutbox(tx.sql, [id])) !== 1) {
      throw new Refusal(
        "CONFLICT",
        `id: a message for decision ${item.runId}-${item.customerId} exists already`,
      );
    }
    await approveCreatives(tx.sql, [item.creativeId], { by, at: now });
    return {
      out: { id, state: "approved" as const, graceUntil: policy.graceUntil },
      entity: { type: "review", id: String(id) },
      before: { state: "held", creativeHash },
      after: { state: "approved", creativeHash, ms, edited: item.edited },
      events: [{ name: "outbox/ready", data: {} }],
    };
  },
);
