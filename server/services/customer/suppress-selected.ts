import { z } from "zod";
import { nameOf } from "@/server/context";
import { Refusal } from "@/server/errors";
import { suppressCustomers } from "@/server/store/consents-suppressions.sql";
import { cancelReady } from "@/server/store/outbox";
import { lockPeople } from "@/server/store/permission";
import { verb } from "../verb";
import { chosenIds, customerSelection } from "./selection";
import { EVERYTHING, statedReason } from "./suppress";

/** More at once would hold the chain of the audit too long. */
const MOST = 5_000;

/** Forbids every message to all chosen customers and takes back what waits; an audit entry for each of them. */
export const suppressSelected = verb(
  {
    action: "customer.suppress",
    needs: "customer.write",
    input: z.object({ selection: customerSelection, reason: statedReason }),
  },
  async ({ tx, actor, now, input, ctx }) => {
    const { ids, more } = await chosenIds(ctx.platform, now, input.selection, MOST);
    if (more)
      throw new Refusal(
        "BAD_REQUEST",
        `selection: at most ${MOST} at once; narrow the list with its filters`,
      );
    const people = await lockPeople(tx.sql, ids);
    if (people.length === 0)
      throw new Refusal("NOT_FOUND", "selection: none of these customers is there any more");
    const entry = { reason: "manual", source: nameOf(actor) } as const;
    const { length: added } = await suppressCustomers(tx.sql, now, people, EVERYTHING, entry);
    const waiting = { customerIds: people, channel: null };
    const cancelled = await cancelReady(tx.sql, waiting, "customer.suppressed", now);
    const after = { reason: input.reason, together: people.length };
    return {
      out: { customers: people.length, added, cancelled },
      entity: { type: "customers", id: String(people.length) },
      before: null,
      after: { ...after, added, cancelled },
      parts: people.map((id) => ({ entity: { type: "customer", id: String(id) }, before: null, after })),
    };
  },
);
