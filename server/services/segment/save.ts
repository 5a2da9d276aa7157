import { z } from "zod";
import { audience } from "@/server/domain/audience";
import { ruleCount } from "@/server/domain/audience-fields";
import { Refusal } from "@/server/errors";
import { insertSavedSegment } from "@/server/store/saved-segments";
import { verb } from "../verb";

const input = z.object({
  name: z.string().trim().min(1, "give it a name").max(60),
  audience: audience.refine((rules) => ruleCount(rules) > 0, "add a rule: without one it is everyone"),
});

/** Keeps the rules of an audience under a name, for the whole team. Who starts from them takes a copy. */
export const saveSegment = verb(
  { action: "segment.save", needs: "campaign.write", input },
  async ({ tx, actor, now, input: { name, audience: rules } }) => {
    if (actor.kind !== "user") throw new Refusal("FORBIDDEN", "only a person of the team saves segments");
    const id = await insertSavedSegment(tx.sql, { name, audience: rules, ownerId: actor.id }, now);
    if (id === null) throw new Refusal("CONFLICT", "name: there is a segment of this name; choose another");
    return {
      out: { id },
      entity: { type: "saved-segment", id: String(id) },
      before: null,
      after: { name, audience: rules },
    };
  },
);
