import { z } from "zod";
import { withNames } from "../customer/with-names";
import { view } from "../verb";
import { decisionKey } from "./decision-key";
import { explainedDecision } from "./explained-decision";

/** One decision, explained, with what became of it since and, for whoever may see customers, a name. */
export const getDecision = view(
  { needs: "decision.read", input: z.object({ id: decisionKey }) },
  async ({ ctx, input: { id } }) => {
    const explained = await explainedDecision(ctx.platform.database.sql, id);
    const [named] = await withNames(ctx, [explained.decision]);
    return { ...explained, customer: named?.customer ?? null };
  },
);
