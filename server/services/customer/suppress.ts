import { z } from "zod";
import { nameOf } from "@/server/context";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { suppressCustomers } from "@/server/store/consents-suppressions.sql";
import { cancelReady } from "@/server/store/outbox";
import { lockPerson } from "@/server/store/permission";
import { verb } from "../verb";

/** By their number and by every address that they go by. */
export const EVERYTHING = { addresses: ["email", "phone"], number: "always" } as const;

/** Why a person of the company did it: kept in the audit, which forgets nothing, so it must name no customer. */
export const statedReason = z.string().trim().min(1, "say why in a few words").max(500);

/**
 * Forbids every message to a customer, by their number and by the addresses that they go by, and takes back what waits.
 * Doing it again changes nothing.
 */
export const suppress = verb(
  {
    action: "customer.suppress",
    needs: "customer.write",
    input: z.object({ id: rowId, reason: statedReason }),
  },
  async ({ tx, actor, now, input }) => {
    const id = await lockPerson(tx.sql, input.id);
    if (id === null) throw new Refusal("NOT_FOUND", `id: there is no customer ${input.id}`);
    const entry = { reason: "manual", source: nameOf(actor) } as const;
    const { length: added } = await suppressCustomers(tx.sql, now, [id], EVERYTHING, entry);
    const waiting = { customerIds: [id], channel: null };
    const cancelled = await cancelReady(tx.sql, waiting, "customer.suppressed", now);
    return {
      out: { id, added, cancelled },
      entity: { type: "customer", id: String(id) },
      before: null,
      after: { reason: input.reason, added, cancelled },
    };
  },
);
