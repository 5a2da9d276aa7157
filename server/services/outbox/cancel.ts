import { z } from "zod";
import { Refusal } from "@/server/errors";
import { cancelReady, outboxRow } from "@/server/store/outbox";
import { verb } from "../verb";

const input = z.object({
  id: z.number().int().positive(),
  reason: z.string().trim().min(1, "say why").max(500),
});

/** Takes one waiting message back for good. What is claimed can't be called back any more: 409. */
export const cancelOutbox = verb(
  { action: "outbox.cancel", needs: "campaign.launch", input },
  async ({ tx, now, input: { id, reason } }) => {
    const before = await outboxRow(tx.sql, id);
    if (before === null) throw new Refusal("NOT_FOUND", `id: there is no message ${id}`);
    if ((await cancelReady(tx.sql, { id }, "person.cancelled", now)) === 0) {
      throw new Refusal(
        "CONFLICT",
        `id: message ${id} is ${before.state}; only a waiting one can be cancelled`,
      );
    }
    return {
      out: { id, state: "cancelled" as const },
      entity: { type: "outbox", id: String(id) },
      before: { state: before.state },
      after: { state: "cancelled", reason },
    };
  },
);
