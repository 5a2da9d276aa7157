import { z } from "zod";
import { nameOf } from "@/server/context";
import { permissionsOf } from "@/server/domain/role";
import { rowId } from "@/server/domain/row-id";
import { Refusal } from "@/server/errors";
import { appendEntries } from "@/server/store/audit";
import { assignReviews } from "@/server/store/reviews";
import { sessionOwner } from "@/server/store/users";
import { verb } from "../verb";

const input = z.object({ ids: z.array(rowId).min(1).max(200), assignee: rowId.nullable() });

/** Gives held messages to a person, or back to everybody. Those that are decided meanwhile stay as they are. */
export const assignReview = verb(
  { action: "review.assign", needs: "review.decide", input },
  async ({ tx, actor, now, input: { ids, assignee } }) => {
    const person = assignee === null ? null : await sessionOwner(tx.prisma, assignee);
    if (assignee !== null && (person === null || person.disabledAt !== null)) {
      throw new Refusal("BAD_REQUEST", `assignee: there is no active team member ${assignee}`);
    }
    if (person !== null && !permissionsOf(person.roles).has("review.decide")) {
      throw new Refusal(
        "BAD_REQUEST",
        "assignee: this person may not decide reviews; give them the role first",
      );
    }
    const assigned = await assignReviews(tx.sql, ids, assignee);
    const by = nameOf(actor);
    await appendEntries(
      tx.sql,
      now,
      assigned.map((id) => ({
        actor: by,
        action: "review.assign",
        entity: { type: "review", id: String(id) },
        data: { after: { assignee } },
      })),
    );
    return {
      out: { assigned: assigned.length },
      entity: { type: "reviews", id: "selection" },
      before: null,
      after: { assigned: assigned.length, assignee },
    };
  },
);
