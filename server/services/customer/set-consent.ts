import { randomUUID } from "node:crypto";
import { z } from "zod";
import { nameOf } from "@/server/context";
import { CHANNELS } from "@/server/domain/goal";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { appendConsent, consentsInForce } from "@/server/store/consents.sql";
import { cancelReady } from "@/server/store/outbox";
import { lockPerson } from "@/server/store/permission";
import { verb } from "../verb";
import { statedReason } from "./suppress";

const PURPOSE = "marketing";

/**
 * Adds what a customer said about marketing messages to the ledger; what stood before stays in it. A withdrawal takes
 * back what waits on that channel.
 */
export const setConsent = verb(
  {
    action: "customer.set-consent",
    needs: "customer.write",
    input: z.object({
      id: rowId,
      channel: z.enum(CHANNELS).default("email"),
      state: z.enum(["granted", "withdrawn"]),
      reason: statedReason,
    }),
  },
  async ({ tx, actor, now, input: { channel, state, reason, ...input } }) => {
    const id = await lockPerson(tx.sql, input.id);
    if (id === null) throw new Refusal("NOT_FOUND", `id: there is no customer ${input.id}`);
    const inForce = await consentsInForce(tx.sql, [id]);
    const before = inForce.get(`${id}/${PURPOSE}/${channel}`) ?? null;
    const word = { customerId: id, purpose: PURPOSE, channel, state, actor: nameOf(actor) };
    await appendConsent(tx.sql, { ...word, source: "console", ref: `console:${randomUUID()}` }, now);
    const cancelled =
      state === "withdrawn"
        ? await cancelReady(tx.sql, { customerIds: [id], channel }, "consent.withdrawn", now)
        : 0;
    return {
      out: { id, channel, state, cancelled },
      entity: { type: "customer", id: String(id) },
      before: { channel, state: before },
      after: { channel, state, reason, cancelled },
    };
  },
);
