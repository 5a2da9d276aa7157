import { randomUUID } from "node:crypto";
import { z } from "zod";
import { nameOf } from "@/server/context";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { addHoldoutMark, holdoutMark } from "@/server/store/holdout-marks.sql";
import { cancelReady } from "@/server/store/outbox";
import { lockPerson } from "@/server/store/permission";
import { verb } from "../verb";
import { statedReason } from "./suppress";

const input = z.object({
  id: rowId,
  /** `out`: no campaign may write to them from now on; `in`: campaigns may again */
  state: z.enum(["out", "in"]),
  reason: statedReason,
});

/**
 * Keeps a customer out of all campaigns from now on, or lets them in again. Each is a new mark: what stood before stays.
 * Keeping out takes back what waits to leave. Such a customer counts to no holdout that figures are compared with.
 */
export const setHoldout = verb(
  { action: "customer.set-holdout", needs: "customer.write", input },
  async ({ tx, actor, now, input: { state, reason, ...input } }) => {
    const id = await lockPerson(tx.sql, input.id);
    if (id === null) throw new Refusal("NOT_FOUND", `id: there is no customer ${input.id}`);
    const before = await holdoutMark(tx.sql, id);
    if ((before?.state ?? "in") === state)
      throw new Refusal(
        "CONFLICT",
        `state: this customer is ${state === "out" ? "kept out already" : "not kept out"}`,
      );
    const mark = { customerId: id, state, actor: nameOf(actor), reason, ref: `console:${randomUUID()}` };
    await addHoldoutMark(tx.sql, mark, now);
    const waiting = { customerIds: [id], channel: null };
    const cancelled = state === "out" ? await cancelReady(tx.sql, waiting, "kept-out.by-a-person", now) : 0;
    return {
      out: { id, state, cancelled },
      entity: { type: "customer", id: String(id) },
      before: { state: before?.state ?? null },
      after: { state, reason, cancelled },
    };
  },
);
