import { z } from "zod";
import { verb } from "../verb";
import { decisionKey } from "./decision-key";
import { explainedDecision } from "./explained-decision";

/** Lets one decision out of the console as it is explained: the facts of its customer by their number, without a name or an address. */
export const exportDecision = verb(
  { action: "decision.export", needs: "customer.export", input: z.object({ id: decisionKey }) },
  async ({ tx, input: { id } }) => {
    const out = await explainedDecision(tx.sql, id);
    return { out, entity: { type: "decision", id: out.id }, before: null, after: null };
  },
);
