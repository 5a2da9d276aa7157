import { z } from "zod";
import { Refusal } from "@/server/errors";
import { outboxRow } from "@/server/store/outbox";
import { settleUncertain } from "@/server/store/outbox-settle.sql";
import { addReservations } from "@/server/store/reservations";
import { settingInForce } from "@/server/store/settings";
import { insertTouches } from "@/server/store/touches.sql";
import { verb } from "../verb";
import { givenBack } from "./settle-batch";

const input = z.object({
  id: z.number().int().positive(),
  verdict: z.enum(["arrived", "not-arrived"]),
  note: z.string().trim().max(500).default(""),
});

/**
 * What a person found out about an uncertain message: it arrived, and counts as sent at its claim, or it did not, and is
 * cancelled. Neither sends anything.
 */
export const settleOutbox = verb(
  { action: "outbox.settle", needs: "campaign.launch", input },
  async ({ tx, now, input: { id, verdict, note } }) => {
    const before = await outboxRow(tx.sql, id);
    if (before === null) throw new Refusal("NOT_FOUND", `id: there is no message ${id}`);
    const state = verdict === "arrived" ? "sent" : "cancelled";
    const row = await settleUncertain(tx.sql, id, { state, reason: `person.${verdict}` }, now);
    if (row === null) throw new Refusal("CONFLICT", `id: message ${id} is ${before.state}, not uncertain`);
    if (state === "sent") {
      const configuration = (await settingInForce(tx.sql, "configuration")).body;
      const touch = { ...row, costMinor: configuration.touchCostMinor.email };
      await insertTouches(tx.sql, [touch], before.claimedAt ?? now);
    } else await addReservations(tx.sql, givenBack(row));
    return {
      out: { id, state },
      entity: { type: "outbox", id: String(id) },
      before: { state: before.state },
      after: { state, verdict, note },
    };
  },
);
